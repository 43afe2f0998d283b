package com.movierecap.isolation;

import com.movierecap.isolation.Load.Endpoint;
import com.movierecap.isolation.Load.Figures;
import com.movierecap.local.LocalStack;
import com.movierecap.local.StartupFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import java.util.logging.LogManager;

/**
 * Two servers, two databases in one PostgreSQL with the same rows. At one of them row-level
 * security is off and no tenant is bound to a connection. They are asked in turn, one at a time,
 * and what is reported is the median of the ratios of neighbouring rounds: a machine that is busy
 * with other things slows both sides of a ratio.
 */
public final class Benchmark {
  private static final double SLOWER_AT_MOST = 1.25;
  private static final double TELLS_AT_MOST = 1.1;
  private static final int CLIENTS = 8;
  private static final String ON = LocalStack.DATABASE;
  private static final String OFF = "unbound";
  private static final long WIND_UP_SECONDS = 60;

  /** How much of everything. */
  private record Scale(
      int tenants, int filmsOfEach, int warmUp, int rounds, Duration round, int notFound) {
    static final Scale FULL = new Scale(100, 5_000, 8_000, 30, Duration.ofSeconds(3), 4_000);
    static final Scale QUICK = new Scale(20, 1_000, 1_600, 5, Duration.ofSeconds(2), 1_000);
  }

  private record Pair(Figures on, Figures off) {}

  private final Path project;
  private final Path unbound;
  private final Path state;
  private final Scale scale;
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private volatile boolean keep;
  private volatile boolean stopping;

  private Benchmark(Path project, Path unbound, Path state, Scale scale) {
    this.project = project;
    this.unbound = unbound;
    this.state = state;
    this.scale = scale;
  }

  /**
   * Arguments: the project's root, the folder of the class that replaces, maybe {@code --quick}.
   */
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    var project = Path.of(arguments[0]);
    var benchmark =
        new Benchmark(
            project,
            Path.of(arguments[1]),
            project.resolve(".local/load-isolation"),
            arguments.length > 2 ? Scale.QUICK : Scale.FULL);
    LogManager.getLogManager().reset();
    var main = Thread.currentThread();
    var over = new CountDownLatch(1);
    // also when all went well: one way to stop, whatever the reason
    Runtime.getRuntime().addShutdownHook(new Thread(() -> benchmark.stop(main, over), "stop"));
    int status = 1;
    try {
      status = benchmark.run();
    } catch (InterruptedException | IOException | SQLException | RuntimeException e) {
      benchmark.report(e);
    } finally {
      over.countDown();
    }
    System.exit(status);
  }

  private void report(Exception failure) {
    // when we are being stopped, whatever breaks on the way breaks because of that
    if (stopping) {
      System.err.println("stopped");
      return;
    }
    System.err.println("could not measure: " + failure.getMessage());
    if (!(failure instanceof StartupFailure)) {
      failure.printStackTrace();
    }
    keep = true;
    System.err.println("what its parts had to say is in " + state);
  }

  private void stop(Thread main, CountDownLatch over) {
    stopping = true;
    main.interrupt();
    try {
      if (!over.await(WIND_UP_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("stopping in the middle of a step");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (started) {
      while (!started.isEmpty()) {
        try {
          started.pop().close();
        } catch (Exception e) {
          System.err.println("could not stop one part: " + e);
        }
      }
    }
    if (!keep) {
      forget();
    }
  }

  /** A program that was stopped while it started may still write for a moment. */
  private void forget() {
    for (int attempt = 1; ; attempt++) {
      try {
        delete(state);
        return;
      } catch (IOException | UncheckedIOException e) {
        if (attempt == 10) {
          System.err.println("could not delete " + state + ": " + e);
          return;
        }
      }
      LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
    }
  }

  private <T extends AutoCloseable> T later(T thing) {
    synchronized (started) {
      started.push(thing);
    }
    return thing;
  }

  private int run() throws IOException, SQLException, InterruptedException {
    say("filling %,d films of %d tenants", scale.tenants() * scale.filmsOfEach(), scale.tenants());
    var stack = stack();
    var tenants = Films.fill(stack, ON, scale.tenants(), scale.filmsOfEach());
    stack.copyDatabase(ON, OFF);
    Films.unlock(stack, OFF);
    must(Films.visibleToNobody(stack, ON) == 0, "row-level security is off where it must be on");
    must(
        Films.visibleToNobody(stack, OFF) == (long) scale.tenants() * scale.filmsOfEach(),
        "row-level security is on where it must be off");

    say("starting two servers");
    var on = later(Site.start("on", project, state, stack, ON, null));
    var off = later(Site.start("off", project, state, stack, OFF, unbound));
    on.awaitReady();
    off.awaitReady();
    var load = later(new Load(tenants, CLIENTS, this::databaseCpu));
    say("signing in, warming up");
    on.signIn(tenants);
    off.signIn(tenants);
    mustAnswerTheSame(on, off, tenants);
    var watcher = later(Watcher.start(stack));
    for (var endpoint : Endpoint.values()) {
      load.requests(scale.warmUp(), on, endpoint);
      load.requests(scale.warmUp(), off, endpoint);
    }
    must(binds(watcher.seen(ON)), "the tenant is not bound where it must be");
    must(!binds(watcher.seen(OFF)), "the tenant is bound where it must not be");

    say("measuring, %d rounds of %d s each way", scale.rounds(), scale.round().toSeconds());
    var pairs = measure(load, on, off);
    say("");
    say("%-50s %10s %10s   %s", "", "isolated", "not", "times slower");
    pairs.forEach(Benchmark::report);
    reportNotFound(on, tenants);
    var plan = ListPlan.of(stack, ON, watcher.seen(ON), tenants.get(0).id());
    say("");
    say("the list's own statement as the service's role, a tenant bound:%n%n%s", plan.statement());
    say("%n%s%n", plan.text().indent(2).stripTrailing());
    must(plan.faults().isEmpty(), "this is no plan for a page: " + plan.faults());
    say("  every index begins with tenant_id, and no step reads more than a page: met");
    return 0;
  }

  private LocalStack stack() throws IOException, InterruptedException {
    delete(state);
    Files.createDirectories(state);
    return later(LocalStack.start(state, project));
  }

  private Duration databaseCpu() {
    try {
      var id = Files.readAllLines(state.resolve("postgres/postmaster.pid")).get(0).strip();
      return ProcessHandle.of(Long.parseLong(id))
          .orElseThrow()
          .descendants()
          .map(p -> p.info().totalCpuDuration().orElse(Duration.ZERO))
          .reduce(Duration.ZERO, Duration::plus);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean binds(Iterable<String> statements) {
    for (var statement : statements) {
      if (statement.contains("set_config('app.tenant_id'")) {
        return true;
      }
    }
    return false;
  }

  private static void mustAnswerTheSame(Site on, Site off, List<Films.Tenant> tenants)
      throws IOException {
    try (var one = on.connect();
        var other = off.connect()) {
      for (var tenant : tenants) {
        var elsewhere = "/api/movies/" + UUID.randomUUID();
        for (var path :
            List.of(Endpoint.LIST.path(tenant), Endpoint.READ.path(tenant), elsewhere)) {
          on.get(one, tenant, path);
          off.get(other, tenant, path);
          int due = path.equals(elsewhere) ? 404 : 200;
          must(
              one.status() == due && other.status() == due && plain(one).equals(plain(other)),
              "%s answers %d %s, and not isolated %d %s"
                  .formatted(path, one.status(), one.body(), other.status(), other.body()));
        }
      }
    }
  }

  /** Without the request's own id, which is where a problem says which occurrence it is. */
  private static String plain(KeptAlive answer) {
    return answer.body().replaceAll("urn:uuid:[0-9a-f-]{36}", "?");
  }

  private Map<Endpoint, List<Pair>> measure(Load load, Site on, Site off)
      throws IOException, InterruptedException {
    var pairs = new EnumMap<Endpoint, List<Pair>>(Endpoint.class);
    for (int round = 0; round < scale.rounds(); round++) {
      for (var endpoint : Endpoint.values()) {
        // whoever comes second finds the machine warmer; so each is second every other time
        Figures first = load.during(scale.round(), round % 2 == 0 ? on : off, endpoint);
        Figures second = load.during(scale.round(), round % 2 == 0 ? off : on, endpoint);
        pairs
            .computeIfAbsent(endpoint, e -> new ArrayList<>())
            .add(round % 2 == 0 ? new Pair(first, second) : new Pair(second, first));
      }
    }
    return pairs;
  }

  private static void report(Endpoint endpoint, List<Pair> pairs) {
    say("%s", endpoint.title);
    // more of them is better, so the other way round
    line("requests per second", pairs, f -> f.perSecond(), -1, true);
    line("p95, ms", pairs, f -> f.p95(), 1, true);
    // what the clock says on a machine that is busy with other things, this says more steadily
    line("CPU of server and database, ms a request", pairs, f -> f.cpu(), 1, false);
  }

  private static void line(
      String name, List<Pair> pairs, ToDoubleFunction<Figures> figure, int power, boolean judged) {
    var ratios =
        pairs.stream()
            .mapToDouble(
                p -> Math.pow(figure.applyAsDouble(p.on()) / figure.applyAsDouble(p.off()), power))
            .sorted()
            .toArray();
    double ratio = median(ratios);
    say(
        "  %-48s %10.2f %10.2f   %5.2f (%.2f to %.2f)%s",
        name,
        median(pairs.stream().mapToDouble(p -> figure.applyAsDouble(p.on())).toArray()),
        median(pairs.stream().mapToDouble(p -> figure.applyAsDouble(p.off())).toArray()),
        ratio,
        ratios[ratios.length / 4],
        ratios[ratios.length - 1 - ratios.length / 4],
        judged
            ? "   goal %.2f %s"
                .formatted(SLOWER_AT_MOST, ratio <= SLOWER_AT_MOST ? "met" : "MISSED")
            : "");
  }

  /** Whether the time of a 404 tells another tenant's film from one that nobody has. */
  private void reportNotFound(Site site, List<Films.Tenant> tenants)
      throws IOException, InterruptedException {
    site.signIn(tenants);
    var theirs = new double[scale.notFound()];
    var nobodys = new double[scale.notFound()];
    var random = ThreadLocalRandom.current();
    try (var connection = site.connect()) {
      for (int i = -scale.notFound() / 10; i < scale.notFound(); i++) {
        int me = random.nextInt(tenants.size());
        var tenant = tenants.get(me);
        var other = tenants.get((me + 1 + random.nextInt(tenants.size() - 1)) % tenants.size());
        boolean theirsFirst = random.nextBoolean();
        for (boolean isTheirs : new boolean[] {theirsFirst, !theirsFirst}) {
          var id = isTheirs ? other.film() : near(other.film());
          var path = "/api/movies/" + id;
          connection.ready();
          long asked = System.nanoTime();
          site.get(connection, tenant, path);
          double took = (System.nanoTime() - asked) / 1e6;
          must(connection.status() == 404, path + " answered " + connection.status());
          if (i >= 0) {
            (isTheirs ? theirs : nobodys)[i] = took;
          }
        }
      }
    }
    double ratio = median(theirs) / median(nobodys);
    say("404 at GET /api/movies/{id}                        of another  of nobody");
    say(
        "  %-48s %10.2f %10.2f   %5.2f   goal %.1f to %.1f %s",
        "median, ms",
        median(theirs),
        median(nobodys),
        ratio,
        2 - TELLS_AT_MOST,
        TELLS_AT_MOST,
        Math.abs(ratio - 1) <= TELLS_AT_MOST - 1 ? "met" : "MISSED");
  }

  /** An id that nobody has, made at the same time as that one. */
  private static UUID near(String id) {
    return new UUID(
        UUID.fromString(id).getMostSignificantBits(),
        ThreadLocalRandom.current().nextLong() >>> 2 | 1L << 63);
  }

  private static double median(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  private static void must(boolean true_, String otherwise) {
    if (!true_) {
      throw new IllegalStateException(otherwise);
    }
  }

  private static void say(String format, Object... values) {
    System.out.println(format.formatted(values));
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
