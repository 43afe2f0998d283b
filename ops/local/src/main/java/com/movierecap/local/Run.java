package com.movierecap.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * {@code ./run}: the whole product on this machine, until Ctrl-C or SIGTERM.
 *
 * <p>One thread starts things, in the order in which they need each other; each goes on a list as
 * soon as it runs. The shutdown hook interrupts that thread, waits for it, and stops what is on the
 * list, last first. So it makes no difference whether we are stopped after an hour or in the middle
 * of starting.
 */
public final class Run {
  private static final Duration READY_PATIENCE = Duration.ofMinutes(3);
  private static final Duration JOURNEY_PATIENCE = Duration.ofMinutes(3);
  private static final long WIND_UP_SECONDS = 60;

  private final Path project;
  private final Map<String, String> environment;
  private final Cleanup cleanup = new Cleanup();
  private final Console console = new Console(System.out);
  private volatile boolean stopping;

  private Run(Path project, Map<String, String> environment) {
    this.project = project;
    this.environment = environment;
  }

  /** The one argument is the project's root. */
  public static void main(String[] arguments) {
    Path project = Path.of(arguments.length > 0 ? arguments[0] : ".").toAbsolutePath().normalize();
    Run run = new Run(project, System.getenv());
    Thread starter = Thread.currentThread();
    CountDownLatch over = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> run.shutDown(starter, over), "stop"));
    int status = 1;
    try {
      run.untilStopped();
    } catch (StartupFailure e) {
      status = run.report(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      status = 0;
    } catch (Exception e) {
      Logger.getLogger(Run.class.getName()).log(Level.SEVERE, "could not start", e);
      status =
          run.report(
              "could not start: "
                  + e
                  + " (details in "
                  + run.stateRoot().resolve("logs/stack.log")
                  + ")");
    } finally {
      over.countDown();
    }
    // exit would wait for the hook, and the hook is waiting for us no longer
    if (!run.stopping) {
      System.exit(status);
    }
  }

  private Path stateRoot() {
    return project.resolve(environment.getOrDefault("RECAP_STATE_DIR", ".local"));
  }

  private int report(String message) {
    // when we are being stopped, whatever breaks on the way breaks because of that
    if (!stopping) {
      System.err.println(message);
    }
    return 1;
  }

  private void shutDown(Thread starter, CountDownLatch over) {
    stopping = true;
    starter.interrupt();
    try {
      over.await(WIND_UP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    cleanup.close();
  }

  private void untilStopped() throws Exception {
    StateDirectory state = cleanup.later(StateDirectory.open(stateRoot()));
    Files.writeString(
        state.root().resolve("run.pid"), Long.toString(ProcessHandle.current().pid()));
    logTo(state.log("stack"));
    LibertyPorts ports = LibertyPorts.from(environment);
    ports.check();

    console.progress("starting PostgreSQL, Redis, S3 and mail");
    LocalStack stack =
        cleanup.later(
            LocalStack.start(
                state,
                project.resolve("db/migrations"),
                project.resolve("media/target/worker"),
                ports));
    goOn();
    console.progress("making the demo accounts");
    String password = DemoPassword.of(state, environment);
    new DemoAccounts(stack, new ProductPasswords()).create(LocalStack.DATABASE, password);
    goOn();
    console.progress("starting Liberty");
    LibertyServer liberty =
        cleanup.later(
            LibertyServer.start(
                project.resolve("ear/target/liberty/wlp"),
                "recap",
                stack.environment(),
                state.folder("liberty")));
    liberty.awaitReady(READY_PATIENCE);
    URI address = URI.create("http://localhost:" + ports.http() + "/");
    console.progress("putting the demo film through a recap");
    console.progress(
        new DemoJourney(address).walk(password, () -> DemoFilms.make(state), JOURNEY_PATIENCE));
    goOn();
    console.ready(address, ports, password, stack.environment().get("MAIL_PAGE_URL"), stateRoot());

    int exit = liberty.waitFor();
    throw new StartupFailure(
        "Liberty ended by itself with code "
            + exit
            + ". The end of its log:\n"
            + liberty.logTail());
  }

  // not every step notices an interrupt; none may be followed by another
  private static void goOn() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /** What the parts have to say goes to a file; the terminal is for the person in front of it. */
  private static void logTo(Path file) throws IOException {
    Handler handler = new FileHandler(file.toString(), 5_000_000, 1, false);
    handler.setFormatter(new SimpleFormatter());
    LogManager.getLogManager().reset();
    Logger.getLogger("").addHandler(handler);
  }
}
