package com.movierecap.media.humble;

import com.movierecap.media.Accuracy;
import com.movierecap.media.Cue;
import com.movierecap.media.FilmContainer;
import com.movierecap.media.MovieInfo;
import com.movierecap.media.PictureArea;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.UnusableInputException.Reason;
import com.movierecap.media.film.FilmListener;
import com.movierecap.media.film.FilmReader;
import com.movierecap.media.film.PictureClock;
import com.movierecap.media.film.SmallPicture;
import io.humble.ferry.Buffer;
import io.humble.video.Codec;
import io.humble.video.Decoder;
import io.humble.video.Demuxer;
import io.humble.video.DemuxerFormat;
import io.humble.video.DemuxerStream;
import io.humble.video.Global;
import io.humble.video.KeyValueBag;
import io.humble.video.MediaDescriptor;
import io.humble.video.MediaPacket;
import io.humble.video.MediaPicture;
import io.humble.video.PixelFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads one film: all its pictures shrunk, its sound, its text subtitles, in one pass.
 *
 * <p>Loop filtering is skipped always, since a shrunk picture does not show it. Pictures that no
 * other refers to are skipped too unless every picture is asked for; {@link #clock()} knows them
 * all the same, and {@link #readBetween} fetches them where they matter.
 */
public final class HumbleFilmReader implements FilmReader {
  private static final String SKIP_NON_REFERENCE = "8";
  private static final String SKIP_NOTHING = "0";
  private static final String SKIP_ALL = "48";

  /** Seeks of this libavformat land late now and then: aim earlier. */
  private static final double SEEK_MARGIN_SECONDS = 0.25;

  private static final double SHORTEST_FILM_SECONDS = 2;

  /** Failing reads in a row before the rest of the file is given up. */
  private static final int MOST_HOLES = 50;

  private static final double DAMAGE_BUDGET = 0.2;

  /** Damage is counted here; the library would write a line for every broken picture. */
  private static final Logger LIBRARY_LOG = Logger.getLogger("io.humble");

  static {
    LIBRARY_LOG.setLevel(Level.OFF);
  }

  /** Opening or closing two films at once aborts the JVM. */
  private static final Object LIBRARY = new Object();

  private final Demuxer demuxer;
  private final List<String> warnings = new ArrayList<>();
  private final boolean everyPicture;
  private final int videoStream;
  private final int soundStream;
  private final int textStream;
  private final Decoder video;
  private final @Nullable Decoder audio;
  private final double videoTick;
  private final MediaPacket packet = MediaPacket.make();
  private MediaPicture picture;
  private final SmallPicture small = new SmallPicture();
  private @Nullable PictureShrinker shrinker;
  private final @Nullable SoundDecoder sound;
  private final @Nullable EmbeddedText text;
  private final boolean quarterTurned;
  private long[] stamps = new long[1 << 14];
  private int packets;
  private long firstStamp = Global.NO_PTS;
  private long lastStamp;
  private long pictures;
  private long errors;
  private long readErrors;
  private @Nullable PictureClock clock;

  private HumbleFilmReader(Demuxer demuxer, Streams streams, Accuracy accuracy)
      throws IOException, InterruptedException {
    this.demuxer = demuxer;
    this.everyPicture = accuracy == Accuracy.ACCURATE;
    this.videoStream = streams.video;
    DemuxerStream stream = demuxer.getStream(videoStream);
    this.video = stream.getDecoder();
    this.videoTick = stream.getTimeBase().getDouble();
    String rotation = streams.rotation;
    this.quarterTurned = rotation != null && (rotation.endsWith("90") || rotation.endsWith("270"));
    video.setProperty("threads", "2");
    video.setProperty("skip_loop_filter", SKIP_ALL);
    video.setProperty("skip_frame", everyPicture ? SKIP_NOTHING : SKIP_NON_REFERENCE);
    // else the decoder conceals damage, and a film full of it passes for a whole one
    video.setProperty("err_detect", "explode");
    video.open(null, null);
    this.picture = MediaPicture.make(video.getWidth(), video.getHeight(), video.getPixelFormat());
    Decoder opened = null;
    SoundDecoder soundDecoder = null;
    if (streams.sound >= 0) {
      DemuxerStream heard = demuxer.getStream(streams.sound);
      opened = heard.getDecoder();
      try {
        opened.open(null, null);
        soundDecoder = new SoundDecoder(opened, heard.getTimeBase().getDouble());
      } catch (RuntimeException e) {
        warnings.add("The sound cannot be decoded and is left out.");
      }
    }
    this.audio = opened;
    this.sound = soundDecoder;
    this.soundStream = soundDecoder == null ? -1 : streams.sound;
    this.textStream = streams.text;
    this.text = textStream < 0 ? null : EmbeddedText.of(demuxer.getStream(textStream));
  }

  private record Streams(int video, int sound, int text, @Nullable String rotation) {}

  /**
   * @param accuracy which pictures are decoded
   * @throws UnusableInputException where the file is no film we can read
   */
  public static HumbleFilmReader open(Path film, Accuracy accuracy) {
    try {
      byte[] head;
      try (InputStream in = Files.newInputStream(film)) {
        head = in.readNBytes(FilmContainer.HEAD_BYTES);
      }
      FilmContainer container = FilmContainer.sniff(head);
      IsoBoxes boxes = container == FilmContainer.ISO ? IsoBoxes.check(film) : null;
      synchronized (LIBRARY) {
        Global.setFFmpegLoggingLevel(-8);
        Demuxer demuxer = Demuxer.make();
        boolean ready = false;
        try {
          demuxer.open(
              film.toAbsolutePath().toString(),
              DemuxerFormat.findFormat(container.demuxer()),
              false,
              true,
              null,
              null);
          HumbleFilmReader reader =
              new HumbleFilmReader(demuxer, streams(demuxer, boxes), accuracy);
          ready = true;
          return reader;
        } catch (IOException e) {
          if (boxes != null && boxes.youngCodec() != null) {
            throw new UnusableInputException(Reason.UNSUPPORTED_CODEC, boxes.youngCodec());
          }
          throw new UnusableInputException(
              boxes != null && boxes.cutOff() ? Reason.TRUNCATED : Reason.DAMAGED,
              "it cannot be opened");
        } finally {
          if (!ready) {
            shut(demuxer);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw cancelled();
    }
  }

  private static Streams streams(Demuxer demuxer, @Nullable IsoBoxes boxes)
      throws IOException, InterruptedException {
    int video = -1;
    int sound = -1;
    int text = -1;
    boolean foreign = false;
    String rotation = null;
    for (int i = 0; i < demuxer.getNumStreams(); i++) {
      DemuxerStream stream = demuxer.getStream(i);
      Decoder decoder = stream.getDecoder();
      if (decoder == null) {
        continue;
      }
      MediaDescriptor.Type type = decoder.getCodecType();
      if (type == MediaDescriptor.Type.MEDIA_VIDEO && video < 0) {
        if (stream.getDisposition() == DemuxerStream.Disposition.DISPOSITION_ATTACHED_PIC) {
          continue;
        }
        if (!readable(decoder)) {
          foreign = true;
          continue;
        }
        video = i;
        KeyValueBag tags = stream.getMetaData();
        rotation = tags == null ? null : tags.getValue("rotate");
      } else if (type == MediaDescriptor.Type.MEDIA_AUDIO && sound < 0) {
        if (decoder.getCodec() != null
            && decoder.getChannels() > 0
            && decoder.getSampleRate() > 0) {
          sound = i;
        }
      } else if (type == MediaDescriptor.Type.MEDIA_SUBTITLE
          && text < 0
          && EmbeddedText.reads(decoder.getCodecID())) {
        text = i;
      }
    }
    if (video >= 0) {
      return new Streams(video, sound, text, rotation);
    }
    String named = boxes == null ? null : boxes.videoCodec();
    if (foreign || named != null) {
      throw new UnusableInputException(Reason.UNSUPPORTED_CODEC, named == null ? "" : named);
    }
    if (boxes != null && boxes.hasVideoTrack()) {
      throw new UnusableInputException(Reason.DAMAGED, "its video track describes no codec");
    }
    throw new UnusableInputException(sound >= 0 ? Reason.NO_VIDEO : Reason.NO_STREAMS);
  }

  private static boolean readable(Decoder decoder) {
    return decoder.getCodec() != null
        && decoder.getCodecID() != Codec.ID.CODEC_ID_NONE
        && decoder.getWidth() > 0
        && decoder.getHeight() > 0
        && decoder.getPixelFormat() != PixelFormat.Type.PIX_FMT_NONE;
  }

  @Override
  public void read(FilmListener listener) {
    double declared = declaredSeconds();
    try {
      while (next()) {
        if (!packet.isComplete()) {
          continue;
        }
        int stream = packet.getStreamIndex();
        if (stream == videoStream) {
          note(packet);
          decode(packet, listener::picture);
          if (declared > 0 && (packets & 15) == 0) {
            listener.progress(Math.min(1, (lastStamp - firstStamp()) * videoTick / declared));
          }
        } else if (stream == soundStream && sound != null) {
          sound.decode(packet, firstStamp() * videoTick, listener);
        } else if (stream == textStream && text != null) {
          text.add(packet);
        }
        checkInterrupt();
      }
      drain(listener::picture);
    } catch (InterruptedException e) {
      throw cancelled();
    }
    judge(declared);
    listener.progress(1);
  }

  /**
   * Reads the next packet, over holes in the file if need be; what they cost shows in the end in
   * the film's length.
   */
  private boolean next() throws InterruptedException {
    for (int hole = 0; hole < MOST_HOLES; hole++) {
      try {
        return demuxer.read(packet) >= 0;
      } catch (IOException | RuntimeException e) {
        readErrors++;
      }
    }
    return false;
  }

  /** Sound may come before the first picture: until then its packets tell where zero lies. */
  private long firstStamp() {
    if (firstStamp != Global.NO_PTS) {
      return firstStamp;
    }
    return packets > 0 ? stamps[0] : 0;
  }

  private void note(MediaPacket p) {
    if (video.getCodecID() == Codec.ID.CODEC_ID_VP8 && hidden(p)) {
      return;
    }
    if (packets == stamps.length) {
      stamps = Arrays.copyOf(stamps, 2 * packets);
    }
    long stamp = p.getPts() == Global.NO_PTS ? p.getDts() : p.getPts();
    stamps[packets++] = stamp;
  }

  /** VP8 carries pictures that are only referred to and never shown (RFC 6386, 9.1). */
  private static boolean hidden(MediaPacket p) {
    Buffer data = p.getData();
    if (data == null) {
      return false;
    }
    try {
      return p.getSize() > 0 && (data.getByteArray(0, 1)[0] & 0x10) == 0;
    } finally {
      data.delete();
    }
  }

  private void decode(MediaPacket p, Consumer<SmallPicture> out) {
    try {
      int offset = 0;
      do {
        refit();
        int used = video.decodeVideo(picture, p, offset);
        if (used < 0) {
          errors++;
          return;
        }
        offset += used;
        if (picture.isComplete()) {
          show(out);
        }
        if (used == 0) {
          return;
        }
      } while (offset < p.getSize());
    } catch (UnusableInputException e) {
      throw e;
    } catch (RuntimeException e) {
      // the library throws for some kinds of damage and answers a negative number for others
      errors++;
    }
  }

  /** The library refuses to decode into a picture of another size than the last one's. */
  private void refit() {
    if (picture.getWidth() != video.getWidth()
        || picture.getHeight() != video.getHeight()
        || picture.getFormat() != video.getPixelFormat()) {
      picture.delete();
      picture = MediaPicture.make(video.getWidth(), video.getHeight(), video.getPixelFormat());
    }
  }

  private void drain(Consumer<SmallPicture> out) {
    try {
      while (true) {
        int used = video.decodeVideo(picture, null, 0);
        if (used < 0 || !picture.isComplete()) {
          return;
        }
        show(out);
      }
    } catch (RuntimeException e) {
      errors++;
    }
  }

  private void show(Consumer<SmallPicture> out) {
    if (shrinker == null || !shrinker.fits(picture)) {
      if (shrinker != null) {
        shrinker.close();
      }
      shrinker = new PictureShrinker(picture.getWidth(), picture.getHeight(), picture.getFormat());
    }
    long stamp = picture.getTimeStamp();
    if (stamp == Global.NO_PTS) {
      stamp = picture.getBestEffortTimeStamp();
    }
    if (stamp == Global.NO_PTS) {
      stamp = lastStamp + Math.round(0.04 / videoTick);
    }
    if (firstStamp == Global.NO_PTS) {
      firstStamp = stamp;
    }
    shrinker.shrink(picture, small);
    lastStamp = stamp;
    pictures++;
    small.stamp(
        stamp,
        (stamp - firstStamp) * videoTick,
        picture.getType() == MediaPicture.Type.PICTURE_TYPE_I);
    out.accept(small);
  }

  private double declaredSeconds() {
    try {
      DemuxerStream stream = demuxer.getStream(videoStream);
      long ticks = stream.getDuration();
      if (ticks != Global.NO_PTS && ticks > 0) {
        return ticks * videoTick;
      }
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      throw cancelled();
    }
    long micros = demuxer.getDuration();
    return micros == Global.NO_PTS || micros <= 0 ? 0 : micros / 1e6;
  }

  private void judge(double declared) {
    if (pictures == 0) {
      throw new UnusableInputException(Reason.DAMAGED, "not one picture can be decoded");
    }
    PictureClock all = new PictureClock(Arrays.copyOf(stamps, packets), firstStamp, videoTick);
    clock = all;
    double end = all.durationSeconds();
    if (sound != null && sound.nothingDecoded()) {
      warnings.add("The sound cannot be decoded and is left out.");
    } else if (sound != null && sound.mostlyBroken()) {
      warnings.add("Parts of the sound are damaged.");
    }
    double heard = sound == null ? 0 : sound.endSeconds();
    double missing = declared - Math.max(end, heard);
    if (declared > 0 && missing > Math.max(1, 0.05 * declared)) {
      throw new UnusableInputException(
          Reason.TRUNCATED, Math.round(end) + " of " + Math.round(declared) + " seconds are there");
    }
    if (errors > DAMAGE_BUDGET * packets) {
      throw new UnusableInputException(
          Reason.DAMAGED, errors + " of " + packets + " pictures cannot be decoded");
    }
    if (readErrors > 0) {
      warnings.add("Parts of the file cannot be read and were passed over.");
    }
    if (errors > 0) {
      warnings.add("Some pictures are damaged: " + errors + " of " + packets + ".");
    }
    if (end < SHORTEST_FILM_SECONDS) {
      throw new UnusableInputException(Reason.TOO_SHORT);
    }
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
    PictureClock c = clock();
    int width = quarterTurned ? video.getHeight() : video.getWidth();
    int height = quarterTurned ? video.getWidth() : video.getHeight();
    boolean silent = audio == null || sound == null || sound.nothingDecoded();
    return new MovieInfo(
        c.durationSeconds(),
        width,
        height,
        1 / c.secondsPerPicture(),
        video.getCodec().getName(),
        silent || audio == null ? null : audio.getCodec().getName(),
        PictureArea.WHOLE,
        List.of(),
        List.copyOf(warnings));
  }

  @Override
  public List<Cue> cues() {
    return text == null ? List.of() : text.cues(firstStamp() * videoTick);
  }

  /**
   * Decodes every picture whose index lies in {@code from..to}, both inclusive, and no more than is
   * needed to get there.
   */
  @Override
  public void readBetween(int from, int to, Consumer<SmallPicture> out) {
    PictureClock c = clock();
    long first = c.ticksOf(Math.max(0, from));
    long last = c.ticksOf(Math.min(to, c.pictures() - 1));
    long aim = first - Math.round(SEEK_MARGIN_SECONDS / videoTick);
    boolean[] done = {false};
    Consumer<SmallPicture> wanted =
        p -> {
          if (p.ticks() >= first && p.ticks() <= last) {
            out.accept(p);
          }
          done[0] |= p.ticks() >= last;
        };
    try {
      demuxer.seek(videoStream, Long.MIN_VALUE, aim, aim, 0);
      video.flush();
      video.setProperty("skip_frame", SKIP_NON_REFERENCE);
      while (!done[0] && next()) {
        if (packet.getStreamIndex() != videoStream || !packet.isComplete()) {
          continue;
        }
        long stamp = packet.getPts() == Global.NO_PTS ? packet.getDts() : packet.getPts();
        boolean near = stamp >= first;
        video.setProperty("skip_frame", near || everyPicture ? SKIP_NOTHING : SKIP_NON_REFERENCE);
        decode(packet, wanted);
        checkInterrupt();
      }
      if (!done[0]) {
        drain(wanted);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw cancelled();
    }
  }

  private static void checkInterrupt() {
    if (Thread.currentThread().isInterrupted()) {
      throw cancelled();
    }
  }

  private static CancellationException cancelled() {
    Thread.currentThread().interrupt();
    return new CancellationException("reading was interrupted");
  }

  private static void shut(Demuxer demuxer) {
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

  @Override
  public void close() {
    synchronized (LIBRARY) {
      if (shrinker != null) {
        shrinker.close();
      }
      if (sound != null) {
        sound.close();
      }
      picture.delete();
      packet.delete();
      video.delete();
      if (audio != null) {
        audio.delete();
      }
      shut(demuxer);
    }
  }
}
