package com.movierecap.isolation;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;

/** Clients that ask as fast as they are answered, each for another tenant every time. */
final class Load implements AutoCloseable {
  /** What is asked for. */
  enum Endpoint {
    LIST("GET /api/movies?limit=50", tenant -> "/api/movies?limit=50"),
    READ("GET /api/movies/{id}", tenant -> "/api/movies/" + tenant.film());

    final String title;
    private final Function<Films.Tenant, String> path;

    Endpoint(String title, Function<Films.Tenant, String> path) {
      this.title = title;
      this.path = path;
    }

    String path(Films.Tenant tenant) {
      return path.apply(tenant);
    }
  }

  /**
   * @param p95 in milliseconds
   * @param cpu milliseconds of CPU time, of server and database, for one request
   */
  record Figures(double perSecond, double p95, double cpu) {}

  private final List<Films.Tenant> tenants;
  private final Supplier<Duration> databaseCpu;
  private final int clients;
  private final ExecutorService threads;

  Load(List<Films.Tenant> tenants, int clients, Supplier<Duration> databaseCpu) {
    this.tenants = tenants;
    this.clients = clients;
    this.databaseCpu = databaseCpu;
    this.threads = Executors.newFixedThreadPool(clients);
  }

  Figures during(Duration time, Site site, Endpoint endpoint)
      throws IOException, InterruptedException {
    return figures(site, endpoint, (start, count) -> System.nanoTime() - start < time.toNanos());
  }

  /** So many requests; for warming up, where both servers get as many. */
  void requests(int number, Site site, Endpoint endpoint) throws IOException, InterruptedException {
    figures(site, endpoint, (start, count) -> count < number / clients);
  }

  private interface Going {
    boolean on(long start, int count);
  }

  private Figures figures(Site site, Endpoint endpoint, Going going)
      throws IOException, InterruptedException {
    site.signIn(tenants);
    var cpu = site.cpu().plus(databaseCpu.get());
    long start = System.nanoTime();
    var running = new ArrayList<Future<long[]>>();
    for (int i = 0; i < clients; i++) {
      running.add(threads.submit(() -> client(site, endpoint, going, start)));
    }
    var times = new ArrayList<long[]>();
    for (var client : running) {
      try {
        times.add(client.get());
      } catch (ExecutionException e) {
        throw new IOException("a client failed", e.getCause());
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    cpu = site.cpu().plus(databaseCpu.get()).minus(cpu);
    var all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return new Figures(
        all.length / seconds,
        all[(int) (all.length * 0.95)] / 1e6,
        cpu.toMillis() / (double) all.length);
  }

  private long[] client(Site site, Endpoint endpoint, Going going, long start) throws IOException {
    var times = new long[1024];
    int count = 0;
    try (var connection = site.connect()) {
      while (going.on(start, count)) {
        var tenant = anyTenant();
        var path = endpoint.path(tenant);
        long asked = System.nanoTime();
        site.get(connection, tenant, path);
        long took = System.nanoTime() - asked;
        if (connection.status() != 200) {
          throw new IOException(
              "%s at %s answered %d: %s"
                  .formatted(path, site.name(), connection.status(), connection.body()));
        }
        if (count == times.length) {
          times = Arrays.copyOf(times, 2 * count);
        }
        times[count++] = took;
      }
    }
    return Arrays.copyOf(times, count);
  }

  Films.Tenant anyTenant() {
    return tenants.get(ThreadLocalRandom.current().nextInt(tenants.size()));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
