package com.movierecap.media.ffmpeg;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs the FFmpeg program that the build unpacks (see {@link WorkerHome}). Every child dies with
 * this JVM, and with the interruption of the thread that waits for it.
 *
 * <p>Inputs are written by {@link FfmpegInput}; the arguments given here begin with them.
 *
 * @see <a href="https://ffmpeg.org/ffmpeg.html">ffmpeg's options</a>
 */
public final class FfmpegProgram {
  /** Writes what the program reads from its standard input. */
  @FunctionalInterface
  public interface Feeder {
    void feed(OutputStream to) throws IOException, InterruptedException;
  }

  /** Reads what the program writes to its standard output, to the end. */
  @FunctionalInterface
  interface Reader {
    void read(InputStream from) throws IOException;
  }

  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

  private static boolean ending;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(FfmpegProgram::killAll, "ffmpeg-reaper"));
  }

  private FfmpegProgram() {}

  /** Kills every child at once and lets no new one live; for a JVM that is about to end. */
  public static void killAll() {
    // a child between its start and its entry here would outlive the JVM
    synchronized (RUNNING) {
      ending = true;
      RUNNING.forEach(Process::destroyForcibly);
      RUNNING.forEach(process -> process.onExit().join());
    }
  }

  /** Runs {@code ffmpeg} to its end. */
  public static void run(List<String> arguments) {
    run(arguments, pictures -> {});
  }

  /**
   * Runs {@code ffmpeg} to its end.
   *
   * @param picturesWritten told now and then how many pictures the first output holds so far
   */
  public static void run(List<String> arguments, LongConsumer picturesWritten) {
    List<String> all = new ArrayList<>(List.of("-progress", "pipe:1"));
    all.addAll(arguments);
    execute("ffmpeg", prefix(all), null, from -> progress(from, picturesWritten));
  }

  /** Runs {@code ffmpeg} and returns what it writes to {@code pipe:1}. Small things only. */
  public static byte[] read(List<String> arguments) {
    return capture("ffmpeg", prefix(arguments), null);
  }

  /** Runs {@code ffmpeg} on what the feeder writes to its {@code pipe:0}. */
  public static void feed(List<String> arguments, Feeder feeder) {
    capture("ffmpeg", prefix(arguments), feeder);
  }

  /** Runs {@code ffprobe} and returns its answer as text. */
  public static String probe(List<String> arguments) {
    List<String> all = new ArrayList<>(List.of("-hide_banner", "-loglevel", "error"));
    all.addAll(arguments);
    return new String(capture("ffprobe", all, null), StandardCharsets.UTF_8);
  }

  /**
   * Runs {@code ffmpeg} and has what it writes to {@code pipe:1} read in this thread. The program
   * is ended when the reader returns, done or not.
   *
   * @return the last words of standard error; empty where nothing went wrong
   */
  static String stream(List<String> arguments, Reader reader) {
    Process process = start("ffmpeg", prefix(arguments));
    Tail errors = new Tail(process.getErrorStream());
    try (InputStream from = process.getInputStream()) {
      process.getOutputStream().close();
      errors.start();
      reader.read(from);
      process.destroy();
      errors.join();
      return errors.text();
    } catch (IOException e) {
      throw new FfmpegException("the FFmpeg program could not be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FfmpegException("ffmpeg was interrupted", e);
    } finally {
      process.destroyForcibly();
      RUNNING.remove(process);
    }
  }

  private static List<String> prefix(List<String> arguments) {
    List<String> all =
        new ArrayList<>(
            List.of("-nostdin", "-hide_banner", "-nostats", "-loglevel", "error", "-y"));
    all.addAll(arguments);
    return all;
  }

  private static byte[] capture(String program, List<String> arguments, @Nullable Feeder feeder) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    execute(program, arguments, feeder, from -> from.transferTo(bytes));
    return bytes.toByteArray();
  }

  private static void execute(
      String program, List<String> arguments, @Nullable Feeder feeder, Reader reader) {
    Process process = start(program, arguments);
    Tail errors = new Tail(process.getErrorStream());
    Pump output = new Pump(process.getInputStream(), reader);
    @Nullable IOException broken = null;
    try {
      errors.start();
      output.start();
      try (OutputStream to = process.getOutputStream()) {
        if (feeder != null) {
          feeder.feed(to);
        }
      } catch (IOException e) {
        // a broken pipe: the program's own words about it come with its exit code
        broken = e;
      }
      int exit = process.waitFor();
      errors.join();
      output.join();
      if (exit != 0) {
        throw new FfmpegException(
            "the FFmpeg program failed", program + " ended with " + exit + ": " + errors.text());
      }
      if (broken == null) {
        broken = output.failure();
      }
      if (broken != null) {
        throw new FfmpegException(program + " could not be read or fed", broken);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FfmpegException(program + " was interrupted", e);
    } finally {
      // its files may be deleted next, so it has to be gone, not going
      process.destroyForcibly().onExit().join();
      RUNNING.remove(process);
    }
  }

  private static Process start(String program, List<String> arguments) {
    Path home = WorkerHome.programs();
    List<String> command = new ArrayList<>();
    command.add(home.resolve(program).toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.put("LD_LIBRARY_PATH", home.toString());
    // FFREPORT would make the program write log files where it likes
    environment.remove("FFREPORT");
    synchronized (RUNNING) {
      if (ending) {
        throw new FfmpegException(program + " was not started: the engine is ending");
      }
      try {
        Process process = builder.start();
        RUNNING.add(process);
        return process;
      } catch (IOException e) {
        throw new FfmpegException("the FFmpeg program cannot be started", e);
      }
    }
  }

  /** {@code -progress} writes blocks of {@code key=value} lines, one block about every 0.5 s. */
  private static void progress(InputStream from, LongConsumer pictures) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(from, StandardCharsets.US_ASCII));
    for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("frame=")) {
        pictures.accept(Long.parseLong(line.substring("frame=".length()).trim()));
      }
    }
  }

  /** Reads standard output beside the thread that waits. */
  private static final class Pump extends Thread {
    private final InputStream from;
    private final Reader reader;
    private volatile @Nullable IOException failure;

    Pump(InputStream from, Reader reader) {
      super("ffmpeg-output");
      setDaemon(true);
      this.from = from;
      this.reader = reader;
    }

    @Override
    public void run() {
      try (from) {
        reader.read(from);
      } catch (IOException e) {
        failure = e;
      }
    }

    @Nullable IOException failure() {
      return failure;
    }
  }

  /** Keeps the last 8 kB of standard error: a damaged film can make the program say megabytes. */
  private static final class Tail extends Thread {
    private static final int KEPT = 8192;
    private final InputStream from;
    private byte[] last = new byte[0];

    Tail(InputStream from) {
      super("ffmpeg-errors");
      setDaemon(true);
      this.from = from;
    }

    @Override
    public void run() {
      byte[] chunk = new byte[KEPT];
      try (from) {
        for (int n = from.read(chunk); n >= 0; n = from.read(chunk)) {
          byte[] both = Arrays.copyOf(last, last.length + n);
          System.arraycopy(chunk, 0, both, last.length, n);
          last = Arrays.copyOfRange(both, Math.max(0, both.length - KEPT), both.length);
        }
      } catch (IOException e) {
        // the stream breaks when the process is killed; what was read so far is all there is
        return;
      }
    }

    String text() {
      return new String(last, StandardCharsets.UTF_8).strip();
    }
  }
}
