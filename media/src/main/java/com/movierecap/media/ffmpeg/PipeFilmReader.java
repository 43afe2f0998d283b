package com.movierecap.media.ffmpeg;

import com.movierecap.media.Accuracy;
import com.movierecap.media.MovieInfo;
import com.movierecap.media.PictureShape;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.UnusableInputException.Reason;
import com.movierecap.media.film.DecodeStats;
import com.movierecap.media.film.FilmListener;
import com.movierecap.media.film.FilmReader;
import com.movierecap.media.film.PictureClock;
import com.movierecap.media.film.SmallPicture;
import com.movierecap.media.film.SoundBlock;
import com.movierecap.media.film.TimeJumps;
import com.movierecap.media.subtitles.SubtitleTrack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a film through the FFmpeg program, as a pipe of small raw pictures and 16-bit sound. Slower
 * than decoding inside the JVM, but reads all that FFmpeg reads: AV1, VVC, and pictures of a wide
 * range of brightness, which are brought down to the usual one.
 */
public final class PipeFilmReader implements FilmReader {
  /** A sample of sound further than this from where counting puts it is a gap or a jump. */
  private static final double LONGEST_DRIFT_SECONDS = 0.1;

  private final FilmProbe film;
  private final Accuracy accuracy;
  private final PipeCommand command;
  private final SmallPicture small = new SmallPicture();
  private final List<String> warnings = new ArrayList<>();
  private long[] decoded = new long[1 << 12];
  private int pictures;
  private float[] samples = new float[0];
  private double nextSample = Double.NaN;
  private boolean deaf;
  private List<PictureShape> shapes = List.of();
  private @Nullable PacketTimes packets;
  private @Nullable PictureClock clock;

  public PipeFilmReader(FilmProbe film, Accuracy accuracy) {
    this.film = film;
    this.accuracy = accuracy;
    this.command = new PipeCommand(film, accuracy == Accuracy.PREVIEW);
  }

  @Override
  public void read(FilmListener listener) {
    PacketTimes times = PacketTimes.of(film);
    if (times.jumping() && film.container().canBeJoined()) {
      throw new TimeJumps.Found();
    }
    packets = times;
    boolean hears = film.sound() != null && accuracy != Accuracy.PREVIEW;
    String said = FfmpegProgram.stream(command.film(hears), from -> play(from, listener));
    if (pictures == 0 && hears) {
      // a sound that FFmpeg cannot decode ends it before the first picture
      deaf = true;
      said = FfmpegProgram.stream(command.film(false), from -> play(from, listener));
    }
    if (pictures == 0 && said.contains("not found for input stream")) {
      throw new UnusableInputException(Reason.UNSUPPORTED_CODEC, film.picture().codec());
    }
    PictureClock all = judge(times, hears);
    if (!film.container().canBeJoined()) {
      shapes = ShapeChanges.of(film, zero(), all.durationSeconds());
    }
    listener.progress(1);
  }

  private PictureClock judge(PacketTimes times, boolean hears) {
    long[] shown = Arrays.copyOf(decoded, pictures);
    boolean counted = times.exact() && !film.picture().codec().equals("vp8");
    boolean whole = accuracy != Accuracy.PREVIEW;
    long missing = whole && counted ? Math.max(0, times.stamps().length - pictures) : 0;
    long first = pictures == 0 ? 0 : Arrays.stream(shown).min().orElseThrow();
    // VP8 carries pictures that are never shown, and AVI does not say when: there what was decoded
    // counts, as long as all was
    PictureClock all =
        new PictureClock(
            counted || !whole ? times.stamps() : shown, first, film.picture().tick().value());
    clock = all;
    boolean silent = Double.isNaN(nextSample);
    // a preview does not listen: there the length is taken as told
    boolean told = !whole && film.sound() != null;
    double heard = told ? film.declaredSeconds() : silent ? 0 : nextSample;
    warnings.addAll(
        new DecodeStats(pictures, times.stamps().length, missing, 0, film.declaredSeconds(), heard)
            .judge(all));
    deaf |= hears && silent;
    if (deaf) {
      warnings.add("The sound cannot be decoded and is left out.");
    }
    return all;
  }

  private void play(InputStream from, FilmListener listener) throws IOException {
    NutStream nut = open(from);
    while (nut != null && nut.next()) {
      if (nut.stream() == 0) {
        picture(nut);
        listener.picture(small);
        if (film.declaredSeconds() > 0 && (pictures & 15) == 0) {
          listener.progress(Math.min(1, small.seconds() / film.declaredSeconds()));
        }
      } else {
        sound(nut, listener);
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("reading was interrupted");
      }
    }
  }

  /** Returns null where FFmpeg found nothing to write. */
  private static @Nullable NutStream open(InputStream from) {
    try {
      return new NutStream(from);
    } catch (IOException e) {
      return null;
    }
  }

  private void picture(NutStream nut) {
    PipeCommand.unpack(nut, small);
    long ticks = command.ticks(nut);
    if (pictures == decoded.length) {
      decoded = Arrays.copyOf(decoded, 2 * pictures);
    }
    decoded[pictures++] = ticks;
    double seconds = (ticks - decoded[0]) * film.picture().tick().value();
    small.stamp(ticks, seconds, accuracy == Accuracy.PREVIEW);
  }

  private void sound(NutStream nut, FilmListener listener) {
    int channels = nut.channels();
    int count = nut.size() / Float.BYTES;
    if (samples.length < count) {
      samples = new float[count];
    }
    ByteBuffer.wrap(nut.data(), 0, nut.size())
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(samples, 0, count);
    double seconds = nut.seconds() - command.leadSeconds() - zero();
    if (Double.isNaN(nextSample) || Math.abs(seconds - nextSample) > LONGEST_DRIFT_SECONDS) {
      nextSample = seconds;
    }
    int frames = count / channels;
    listener.sound(new SoundBlock(nextSample, samples, frames, SoundBlock.weights(channels)));
    nextSample += frames / (double) SoundBlock.RATE;
  }

  /** Film time zero on the file's clock; before the first picture came, where it should come. */
  private double zero() {
    return pictures == 0
        ? film.picture().startSeconds()
        : decoded[0] * film.picture().tick().value();
  }

  @Override
  public double shape() {
    return film.picture().shape();
  }

  @Override
  public PictureClock clock() {
    if (clock == null) {
      throw new IllegalStateException("the film was not read yet");
    }
    return clock;
  }

  @Override
  public MovieInfo info() {
    long[] keys = packets == null ? new long[0] : packets.keys();
    return film.info(clock(), keys, deaf, warnings).shaped(shapes);
  }

  @Override
  public List<SubtitleTrack> subtitles() {
    return EmbeddedCues.of(film, zero());
  }

  @Override
  public void readBetween(int from, int to, Consumer<SmallPicture> out) {
    PictureClock c = clock();
    long first = c.ticksOf(Math.max(0, from));
    long last = c.ticksOf(Math.min(to, c.pictures() - 1));
    SmallPicture found = new SmallPicture();
    FfmpegProgram.stream(
        command.from(first * film.picture().tick().value()),
        stream -> {
          NutStream nut = open(stream);
          while (nut != null && nut.next()) {
            long ticks = command.ticks(nut);
            if (ticks > last) {
              return;
            }
            if (ticks >= first) {
              PipeCommand.unpack(nut, found);
              found.stamp(ticks, c.secondsOf(c.indexOf(ticks)), false);
              out.accept(found);
            }
          }
        });
  }

  @Override
  public void close() {
    // every run of the program ends with the call that began it
  }
}
