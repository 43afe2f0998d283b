package com.movierecap.media.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.media.TestFilms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Films with bytes flipped, cut out, doubled: each must be read or refused with a reason, within
 * memory and time. They are read in a process of their own, as in production, since native code of
 * 2014 may crash on them; a crash ends that process with a signal and is counted.
 */
class FilmFuzzTest {
  private static final Duration BUDGET = Duration.ofSeconds(20);
  private static final long LONGEST_RUN_SECONDS = 120;
  private static final int FILMS_A_RUN = 12;

  /** 128 + SIGABRT, SIGKILL, SIGSEGV, SIGBUS, SIGFPE, SIGILL; 3 is an exhausted heap. */
  private static final Set<Integer> CRASHES = Set.of(134, 137, 139, 135, 136, 132, 3);

  @TempDir Path folder;

  @Test
  void damagedFilmsAreReadOrRefused() throws IOException, InterruptedException {
    List<Path> films = films();
    Map<String, Integer> outcomes = new HashMap<>();
    long end = System.nanoTime() + BUDGET.toNanos();
    for (int seed = 0; System.nanoTime() < end; seed += FILMS_A_RUN) {
      List<Path> mutants = new ArrayList<>();
      for (int i = seed; i < seed + FILMS_A_RUN; i++) {
        Path film = films.get(i % films.size());
        String name = "seed" + i + "-" + film.getFileName();
        mutants.add(TestFilms.write(folder.resolve(name), mutated(TestFilms.read(film), i)));
      }
      read(mutants, outcomes);
      for (Path mutant : mutants) {
        Files.delete(mutant);
      }
    }
    System.out.println("fuzzed films: " + outcomes);
    assertThat(outcomes.keySet()).contains("read").contains("refused");
  }

  /** Reads all of them, in a new process behind each that crashes one. */
  private void read(List<Path> mutants, Map<String, Integer> outcomes)
      throws IOException, InterruptedException {
    int done = 0;
    while (done < mutants.size()) {
      List<Path> rest = mutants.subList(done, mutants.size());
      Path log = folder.resolve("log");
      Process child = start(rest, log);
      boolean ended = child.waitFor(LONGEST_RUN_SECONDS, TimeUnit.SECONDS);
      child.destroyForcibly();
      List<String> lines =
          Files.readString(log).lines().filter(l -> l.startsWith(folder.toString())).toList();
      assertThat(ended).as("ends in time, of " + rest + " after " + lines).isTrue();
      for (String line : lines) {
        assertThat(line).doesNotContain(" fault ");
        outcomes.merge(line.contains(" read ") ? "read" : "refused", 1, Integer::sum);
      }
      done += lines.size();
      if (lines.size() < rest.size()) {
        assertThat(child.exitValue()).as("exit code at " + rest.get(lines.size())).isIn(CRASHES);
        outcomes.merge("crashed", 1, Integer::sum);
        done++;
      }
    }
  }

  private static Process start(List<Path> films, Path log) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                // the address space of a worker in production
                "/usr/bin/prlimit",
                "--as=3000000000",
                "--core=0",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("target/worker/jvm.options").toAbsolutePath(),
                "-XX:CompressedClassSpaceSize=64m",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:ErrorFile=/dev/null",
                "-Djava.library.path=" + System.getProperty("java.library.path"),
                "-cp",
                System.getProperty("java.class.path"),
                FuzzedFilms.class.getName()));
    films.forEach(film -> command.add(film.toString()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static byte[] mutated(byte[] film, int seed) {
    Random random = new Random(seed);
    byte[] bytes = film.clone();
    switch (random.nextInt(4)) {
      case 0 -> {
        return Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      case 1 -> {
        int at = random.nextInt(bytes.length);
        int length = Math.min(1 + random.nextInt(2000), bytes.length - at);
        byte[] doubled = Arrays.copyOf(bytes, bytes.length + length);
        System.arraycopy(bytes, at, doubled, at + length, bytes.length - at);
        return doubled;
      }
      case 2 -> {
        // the heads, where sizes and counts lie
        for (int i = 0; i < 8; i++) {
          bytes[random.nextInt(Math.min(4096, bytes.length))] = (byte) random.nextInt(256);
        }
      }
      default -> {
        int flips = 1 << random.nextInt(10);
        for (int i = 0; i < flips; i++) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
    }
    return bytes;
  }

  private List<Path> films() {
    return List.of(
        film("front.mp4", "-c:v libx264 -bf 2 -movflags faststart"),
        film("film.mkv", "-c:v libx264 -c:a ac3"),
        film("film.webm", "-c:v libvpx -deadline realtime -c:a libopus"),
        film("film.ts", "-c:v mpeg2video -c:a mp2"),
        film("fragments.mp4", "-c:v libx264 -g 12 -movflags frag_keyframe+empty_moov"),
        film("film.avi", "-c:v mpeg4 -c:a libmp3lame"),
        film("hevc.mp4", "-c:v libx265 -preset ultrafast -x265-params log-level=none"),
        film("av1.mp4", "-c:v libsvtav1 -preset 12"));
  }

  private Path film(String name, String encoder) {
    List<String> arguments =
        new ArrayList<>(
            List.of("-f", "lavfi", "-i", "testsrc2=s=320x180:r=12:d=2.5", "-f", "lavfi", "-i"));
    arguments.addAll(List.of("sine=d=2.5"));
    arguments.addAll(List.of(encoder.split(" ")));
    arguments.add(folder.resolve(name).toString());
    return TestFilms.make(arguments.toArray(String[]::new));
  }
}
