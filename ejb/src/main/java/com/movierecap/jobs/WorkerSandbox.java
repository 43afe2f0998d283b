package com.movierecap.jobs;

import com.movierecap.media.worker.WorkRequest;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The walls around the worker: {@code prlimit} caps memory, files and core dumps; bubblewrap takes
 * away network, devices, other processes and every file but the Java runtime, the engine, fonts and
 * the scratch folder. Where a container forbids bubblewrap the worker must run in a container
 * without network, and {@code worker.sandbox=none} says that somebody took care of it.
 */
@ApplicationScoped
public class WorkerSandbox {
  private static final List<String> READ_ONLY =
      List.of(
          "/usr",
          "/etc/fonts",
          "/etc/alternatives",
          // where Debian keeps what the JDK's own conf folder points at
          "/etc/java-" + Runtime.version().feature() + "-openjdk",
          "/var/cache/fontconfig");
  private static final List<String> USR_LINKS = List.of("lib", "lib64", "bin", "sbin");

  /** The kinds of walls there are. */
  public enum Kind {
    BUBBLEWRAP,
    NONE
  }

  @Inject
  @ConfigProperty(name = "worker.sandbox")
  private Kind kind;

  @Inject
  @ConfigProperty(name = "recap.worker.home")
  private Path workerHome;

  @Inject
  @ConfigProperty(name = "worker.address.space.bytes")
  private long addressSpace;

  @Inject
  @ConfigProperty(name = "worker.heap")
  private String heap;

  @PostConstruct
  void check() {
    if (kind == Kind.BUBBLEWRAP && !Files.isExecutable(Path.of("/usr/bin/bwrap"))) {
      throw new IllegalStateException(
          "worker.sandbox=bubblewrap needs /usr/bin/bwrap (Debian package bubblewrap)");
    }
  }

  /** The command that runs one request. */
  List<String> command(WorkRequest request, Path file, Path scratch) {
    var command =
        new ArrayList<>(
            List.of("/usr/bin/prlimit", "--as=" + addressSpace, "--core=0", "--nofile=256"));
    if (kind == Kind.BUBBLEWRAP) {
      command.addAll(walls(scratch));
    }
    var home = workerHome.toAbsolutePath();
    command.addAll(
        List.of(
            javaHome().resolve("bin/java").toString(),
            "@" + home.resolve("jvm.options"),
            "-Xmx" + heap,
            "-XX:SharedArchiveFile=" + home.resolve("classes.jsa"),
            // small fixed areas: the address space is capped, and the film's pictures need it
            "-XX:CompressedClassSpaceSize=64m",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+DisplayVMOutputToStderr",
            "-XX:ErrorFile=/dev/null",
            "-XX:-UsePerfData",
            "-XX:TieredStopAtLevel=" + compiler(request),
            "-Djava.io.tmpdir=" + scratch,
            "-Djava.library.path=" + home.resolve("native/humble"),
            "-Drecap.worker.home=" + home,
            "-cp",
            home.resolve("lib") + "/*",
            "com.movierecap.media.worker.Worker",
            file.toString()));
    return command;
  }

  /** A render's own code runs too short to earn back what the optimizing compiler takes. */
  private static int compiler(WorkRequest request) {
    return request instanceof WorkRequest.Render ? 1 : 4;
  }

  private List<String> walls(Path scratch) {
    var walls =
        new ArrayList<>(
            List.of(
                "/usr/bin/bwrap",
                "--unshare-all",
                "--die-with-parent",
                "--new-session",
                "--cap-drop",
                "ALL",
                "--clearenv",
                "--setenv",
                "LANG",
                "C.UTF-8",
                "--proc",
                "/proc",
                "--dev",
                "/dev",
                "--tmpfs",
                "/tmp"));
    for (var folder : READ_ONLY) {
      walls.addAll(List.of("--ro-bind-try", folder, folder));
    }
    for (var name : USR_LINKS) {
      walls.addAll(List.of("--symlink", "usr/" + name, "/" + name));
    }
    for (var folder : List.of(javaHome(), workerHome.toAbsolutePath())) {
      walls.addAll(List.of("--ro-bind", folder.toString(), folder.toString()));
    }
    walls.addAll(List.of("--bind", scratch.toString(), scratch.toString()));
    walls.addAll(List.of("--chdir", scratch.toString()));
    return walls;
  }

  private static Path javaHome() {
    return Path.of(System.getProperty("java.home"));
  }
}
