package com.movierecap.media.humble;

import com.movierecap.media.UnusableInputException;
import com.movierecap.media.UnusableInputException.Reason;
import com.movierecap.media.ffmpeg.FilmProbe;
import io.humble.video.Demuxer;
import io.humble.video.DemuxerFormat;
import io.humble.video.Global;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What has to be known to use the library without harm. */
final class HumbleLibrary {
  /** Opening or closing two films, or two decoders, at once aborts the JVM. */
  static final Object LOCK = new Object();

  /** Damage is counted; the library would write a line for every broken picture. */
  private static final Logger LOG = Logger.getLogger("io.humble");

  private static final Set<String> PLAIN = Set.of("yuv420p", "yuvj420p");
  private static final Set<String> STUDIO =
      Set.of("yuv422p", "yuv422p10le", "yuv444p", "yuv444p10le");

  /** What its decoders of 2014 get right, by codec and pixel format. */
  private static final Map<String, Set<String>> READS =
      Map.ofEntries(
          Map.entry("h264", Set.of("yuv420p", "yuvj420p", "yuv422p", "yuv420p10le")),
          Map.entry("hevc", Set.of("yuv420p", "yuvj420p", "yuv420p10le")),
          Map.entry("vp8", PLAIN),
          Map.entry("vp9", PLAIN),
          Map.entry("mpeg1video", PLAIN),
          Map.entry("mpeg2video", Set.of("yuv420p", "yuv422p")),
          Map.entry("mpeg4", PLAIN),
          Map.entry("msmpeg4v2", PLAIN),
          Map.entry("msmpeg4v3", PLAIN),
          Map.entry("h263", PLAIN),
          Map.entry("flv1", PLAIN),
          Map.entry("wmv1", PLAIN),
          Map.entry("wmv2", PLAIN),
          Map.entry("wmv3", PLAIN),
          Map.entry("vc1", PLAIN),
          Map.entry("theora", PLAIN),
          Map.entry("mjpeg", Set.of("yuvj420p", "yuvj422p")),
          Map.entry("prores", STUDIO),
          Map.entry("dnxhd", STUDIO));

  static {
    LOG.setLevel(Level.OFF);
  }

  private HumbleLibrary() {}

  static void load() {
    synchronized (LOCK) {
      Global.setFFmpegLoggingLevel(-8);
    }
  }

  static boolean reads(FilmProbe.Picture picture) {
    return READS.getOrDefault(picture.codec(), Set.of()).contains(picture.pixels());
  }

  /** The demuxer is forced: left to itself it follows a playlist named {@code .mp4} anywhere. */
  static Demuxer open(FilmProbe film) throws IOException, InterruptedException {
    Global.setFFmpegLoggingLevel(-8);
    Demuxer demuxer = Demuxer.make();
    boolean ready = false;
    try {
      demuxer.open(
          film.file().toAbsolutePath().toString(),
          DemuxerFormat.findFormat(film.container().demuxer()),
          false,
          true,
          null,
          null);
      ready = true;
      return demuxer;
    } catch (RuntimeException e) {
      // for some kinds of damage the library throws this, for others an IOException
      throw new IOException(e);
    } finally {
      if (!ready) {
        shut(demuxer);
      }
    }
  }

  static void shut(Demuxer demuxer) {
    try {
      if (demuxer.getState() == Demuxer.State.STATE_OPENED
          || demuxer.getState() == Demuxer.State.STATE_PLAYING
          || demuxer.getState() == Demuxer.State.STATE_PAUSED) {
        demuxer.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      demuxer.delete();
    }
  }

  /**
   * What to make of a film for which the library asks the machine for more memory than there is: a
   * size in it is damaged, or meant to do harm.
   *
   * @throws OutOfMemoryError where it is the heap that is full
   */
  static UnusableInputException tooLarge(OutOfMemoryError e) {
    if (!String.valueOf(e.getMessage()).contains("native")) {
      throw e;
    }
    return new UnusableInputException(
        Reason.DAMAGED, "a part of it claims to be larger than the memory");
  }

  static CancellationException cancelled() {
    Thread.currentThread().interrupt();
    return new CancellationException("reading was interrupted");
  }
}
