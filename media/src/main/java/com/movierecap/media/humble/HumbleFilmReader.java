package com.movierecap.media.humble;

import com.movierecap.media.Accuracy;
import com.movierecap.media.FilmContainer;
import com.movierecap.media.MovieInfo;
import com.movierecap.media.PictureShape;
import com.movierecap.media.ffmpeg.EmbeddedCues;
import com.movierecap.media.ffmpeg.FilmProbe;
import com.movierecap.media.ffmpeg.FilmTimes;
import com.movierecap.media.ffmpeg.ShapeChanges;
import com.movierecap.media.film.DecodeStats;
import com.movierecap.media.film.FilmListener;
import com.movierecap.media.film.FilmReader;
import com.movierecap.media.film.PictureClock;
import com.movierecap.media.film.SmallPicture;
import com.movierecap.media.film.SoundBlock;
import com.movierecap.media.film.TimeJumps;
import com.movierecap.media.humble.PictureSource.Skip;
import com.movierecap.media.subtitles.SubtitleTrack;
import io.humble.video.Global;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a film inside the JVM. All packets are looked at, which is cheap: so every picture has its
 * exact place, also one that is not decoded. Close behind, pictures and sound are decoded, each in
 * threads of their own, and handed over in the order of time.
 */
public final class HumbleFilmReader implements FilmReader {
  /** Codecs in which pictures that no other refers to can be left out. */
  private static final Set<String> SPARING = Set.of("h264", "hevc", "vp8", "vp9");

  /** Containers better left to the younger program, which has had ten years more of mending. */
  private static final Set<FilmContainer> YOUNGER =
      Set.of(FilmContainer.MXF, FilmContainer.DV, FilmContainer.WTV);

  /** For the progress of films that do not tell their length. */
  private static final double USUAL_RATE = 25;

  private final FilmProbe film;
  private final Accuracy accuracy;
  private final SmallPicture small = new SmallPicture();
  private final PictureSource source;
  private final PacketIndex index;
  private final PacketIndex decoded;
  private final TimeJumps jumps = new TimeJumps();
  private final List<String> warnings = new ArrayList<>();
  private long firstStamp = Global.NO_PTS;
  private long pictures;
  private double heardSeconds;
  private boolean deaf;
  private boolean resized;
  private List<PictureShape> shapes = List.of();
  private volatile boolean scanned;
  private @Nullable PictureClock clock;

  private HumbleFilmReader(FilmProbe film, Accuracy accuracy)
      throws IOException, InterruptedException {
    this.film = film;
    this.accuracy = accuracy;
    this.source = PictureSource.open(film, accuracy == Accuracy.PREVIEW ? 2 : 1, () -> small);
    this.index = new PacketIndex(source.tick());
    this.decoded = new PacketIndex(source.tick());
  }

  /** Whether the film is of a kind that the library decodes right. */
  public static boolean reads(FilmProbe film) {
    return !YOUNGER.contains(film.container())
        && HumbleLibrary.reads(film.picture())
        && !film.picture().colour().wideRange();
  }

  /** Loads the library in the background; the first film waits for it otherwise. */
  public static void prepare() {
    Thread loading = new Thread(HumbleLibrary::load, "humble-video");
    loading.setDaemon(true);
    loading.start();
  }

  /**
   * @param accuracy which pictures are decoded
   * @throws IOException where the library cannot open the film
   */
  public static HumbleFilmReader open(FilmProbe film, Accuracy accuracy) throws IOException {
    try {
      HumbleFilmReader reader = new HumbleFilmReader(film, accuracy);
      FilmProbe.@Nullable Sound sound = film.sound();
      if (sound != null && !SoundReader.reads(reader.source.packets(), sound.index())) {
        reader.close();
        throw new IOException("the library cannot decode " + sound.codec());
      }
      return reader;
    } catch (InterruptedException e) {
      throw HumbleLibrary.cancelled();
    }
  }

  @Override
  public void read(FilmListener listener) {
    long errors;
    try {
      if (accuracy == Accuracy.PREVIEW) {
        errors = preview(listener);
      } else {
        errors = decode(listener);
      }
    } catch (InterruptedException e) {
      throw HumbleLibrary.cancelled();
    }
    boolean counted = index.exact() || accuracy == Accuracy.PREVIEW;
    PictureClock all = counted ? index.clock(firstStamp) : decoded.clock(firstStamp);
    clock = all;
    warnings.addAll(
        new DecodeStats(
                pictures,
                index.pictures(),
                errors,
                source.packets().holes(),
                film.declaredSeconds(),
                heardSeconds)
            .judge(all));
    shapes = shapes(all);
    listener.progress(1);
  }

  /** Their size shows in the decoder; that only their pixels' shape changes, is written in some. */
  private List<PictureShape> shapes(PictureClock all) {
    if (resized) {
      return ShapeChanges.all(film, zero());
    }
    return film.container() == FilmContainer.MATROSKA
        ? ShapeChanges.of(film, zero(), all.durationSeconds())
        : List.of();
  }

  /** Reads all packets; what is to be done with each is done while it is at hand. */
  private void scan(Runnable each) throws InterruptedException {
    while (source.next()) {
      boolean key = source.key();
      boolean exact = source.packets().packet().getPts() != Global.NO_PTS;
      long decoding = source.packets().packet().getDts();
      if (decoding != Global.NO_PTS) {
        jumps.note(decoding * source.tick());
      }
      index.add(source.packets().stamp(), key, !source.hidden(), exact);
      each.run();
    }
  }

  private long preview(FilmListener listener) throws InterruptedException {
    if (film.container().canBeJoined() && new FilmTimes(film).jump()) {
      throw new TimeJumps.Found();
    }
    source.skip(Skip.NON_KEY);
    Consumer<SmallPicture> out =
        picture -> {
          show(picture, listener);
          if (film.declaredSeconds() > 0) {
            listener.progress(Math.min(1, picture.seconds() / film.declaredSeconds()));
          }
        };
    scan(
        () -> {
          if (source.key()) {
            source.decode(out);
          }
        });
    // sound is not listened to, so its length is taken as told
    heardSeconds = film.sound() == null ? 0 : film.declaredSeconds();
    source.drain(out);
    resized = source.sizes().size() > 1;
    return source.errors();
  }

  /** The older MPEG decoders take pictures for damaged once others were left out. */
  private Skip spare() {
    return SPARING.contains(film.picture().codec()) ? Skip.NON_REFERENCE : Skip.NOTHING;
  }

  private long decode(FilmListener listener) {
    boolean seekable =
        film.container() == FilmContainer.ISO || film.container() == FilmContainer.MATROSKA;
    Skip skip = accuracy == Accuracy.ACCURATE ? Skip.NOTHING : spare();
    FilmProbe.@Nullable Sound track = film.sound();
    try (SoundReader sound = track == null ? null : new SoundReader(film, track.index());
        ChunkDecoders decoders = new ChunkDecoders(film, out -> chunks(seekable, out), skip)) {
      decoders.deliver(
          picture -> {
            double at = picture.seconds();
            show(picture, listener);
            hear(sound, at, listener);
            if ((pictures & 15) == 0) {
              listener.progress(Math.min(1, picture.seconds() / likelySeconds()));
            }
          });
      hear(sound, Double.POSITIVE_INFINITY, listener);
      judge(sound);
      resized = decoders.sizes().size() > 1;
      return decoders.errors();
    }
  }

  /**
   * @param seekable the container has an index, so that a seek finds a keyframe for certain
   */
  private void chunks(boolean seekable, Consumer<Chunk> out) throws InterruptedException {
    scan(
        () -> {
          @Nullable Chunk chunk = seekable ? index.chunk() : null;
          if (chunk != null) {
            out.accept(chunk);
          }
        });
    if (film.container().canBeJoined() && jumps.found() && new FilmTimes(film).jump()) {
      // none of its pictures is decoded yet
      throw new TimeJumps.Found();
    }
    out.accept(index.rest());
    scanned = true;
  }

  private double likelySeconds() {
    if (film.declaredSeconds() > 0) {
      return film.declaredSeconds();
    }
    return scanned ? index.pictures() / USUAL_RATE : Double.POSITIVE_INFINITY;
  }

  private void show(SmallPicture picture, FilmListener listener) {
    if (firstStamp == Global.NO_PTS) {
      firstStamp = picture.ticks();
    }
    pictures++;
    decoded.add(picture.ticks(), false, true, false);
    double seconds = (picture.ticks() - firstStamp) * source.tick();
    picture.stamp(picture.ticks(), seconds, picture.intra());
    listener.picture(picture);
  }

  private void hear(@Nullable SoundReader sound, double until, FilmListener listener) {
    if (sound != null) {
      double zero = zero();
      sound.deliver(
          until,
          b ->
              listener.sound(
                  new SoundBlock(b.seconds() - zero, b.samples(), b.frames(), b.weights())));
    }
  }

  private void judge(@Nullable SoundReader sound) {
    if (sound == null) {
      return;
    }
    deaf = Double.isNaN(sound.endSeconds());
    heardSeconds = deaf ? 0 : sound.endSeconds() - zero();
    if (deaf) {
      warnings.add("The sound cannot be decoded and is left out.");
    } else if (sound.damaged()) {
      warnings.add("Parts of the sound are damaged.");
    }
  }

  /** Film time zero, on the file's clock, in seconds. */
  private double zero() {
    return firstStamp == Global.NO_PTS ? 0 : firstStamp * source.tick();
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
    return film.info(clock(), index.keyStamps(), deaf, warnings).shaped(shapes);
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
    boolean[] done = {false};
    Consumer<SmallPicture> wanted =
        p -> {
          if (p.ticks() >= first && p.ticks() <= last) {
            p.stamp(p.ticks(), (p.ticks() - firstStamp) * source.tick(), p.intra());
            out.accept(p);
          }
          done[0] |= p.ticks() >= last;
        };
    try {
      boolean more = source.seek(first, false);
      long key = source.packets().stamp();
      for (boolean behind = false; more && !done[0]; more = source.next()) {
        long stamp = source.packets().stamp();
        // what follows the keyframe and is shown before it needs pictures that were not decoded
        behind |= stamp > key;
        if (stamp >= key || behind) {
          boolean near = stamp >= first || accuracy == Accuracy.ACCURATE;
          source.skip(near ? Skip.NOTHING : spare());
          source.decode(wanted);
        }
      }
      if (!done[0]) {
        source.drain(wanted);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw HumbleLibrary.cancelled();
    }
  }

  @Override
  public void close() {
    source.close();
  }
}
