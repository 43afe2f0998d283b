package com.movierecap.media.humble;

import com.movierecap.media.ffmpeg.FilmProbe;
import com.movierecap.media.film.SmallPicture;
import io.humble.video.Decoder;
import io.humble.video.DemuxerStream;
import io.humble.video.Global;
import io.humble.video.MediaDescriptor;
import io.humble.video.MediaPacket;
import io.humble.video.MediaPicture;
import io.humble.video.PixelFormat;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One opening of a film with a decoder of its pictures. Loop filtering is skipped always, since a
 * shrunk picture does not show it.
 */
final class PictureSource implements AutoCloseable {
  /** Which pictures are not decoded: libavcodec's {@code AVDiscard}. */
  enum Skip {
    NOTHING("0"),
    NON_REFERENCE("8"),
    NON_KEY("32");

    private final String value;

    Skip(String value) {
      this.value = value;
    }
  }

  private static final String ALL = "48";

  /** Else the decoder conceals damage, and a film full of it passes for a whole one. */
  private static final String STRICT = "explode";

  private static final String LENIENT = "0";

  /**
   * Packets after a seek in which nothing counts as damage: where groups of pictures are open,
   * lists of references name pictures from before, though nobody refers to them.
   */
  private static final int LENIENT_PACKETS = 32;

  /** Seeks of this libavformat land late now and then: aim earlier, and earlier again. */
  private static final double[] SEEK_MARGIN_SECONDS = {0.25, 10, 1e6};

  private final PacketSource packets;
  private final int track;
  private final Decoder decoder;
  private final double tick;
  private final FilmProbe.Picture film;
  private final Supplier<SmallPicture> blanks;
  private MediaPicture picture;
  private @Nullable PictureShrinker shrinker;
  private long lastStamp;
  private final Set<Long> sizes = new HashSet<>();
  private long errors;
  private int lenient;
  private Skip skipped = Skip.NOTHING;

  private PictureSource(
      PacketSource packets, FilmProbe film, int threads, Supplier<SmallPicture> blanks)
      throws IOException, InterruptedException {
    this.packets = packets;
    this.film = film.picture();
    this.track = film.picture().index();
    this.blanks = blanks;
    DemuxerStream stream = packets.stream(track);
    decoder = stream.getDecoder();
    if (decoder == null || !readable(decoder)) {
      throw new IOException("the library cannot decode " + film.picture().codec());
    }
    tick = stream.getTimeBase().getDouble();
    decoder.setProperty("threads", String.valueOf(threads));
    decoder.setProperty("skip_loop_filter", ALL);
    decoder.setProperty("err_detect", STRICT);
    decoder.open(null, null);
    picture = MediaPicture.make(decoder.getWidth(), decoder.getHeight(), decoder.getPixelFormat());
  }

  /**
   * @param threads of the decoder
   * @param blanks what pictures are shrunk into
   * @throws IOException where the library cannot open the film
   */
  static PictureSource open(FilmProbe film, int threads, Supplier<SmallPicture> blanks)
      throws IOException, InterruptedException {
    synchronized (HumbleLibrary.LOCK) {
      PacketSource packets = new PacketSource(film);
      boolean ready = false;
      try {
        PictureSource source = new PictureSource(packets, film, threads, blanks);
        ready = true;
        return source;
      } catch (RuntimeException e) {
        // the library throws so where its decoder refuses the film
        throw new IOException(e);
      } finally {
        if (!ready) {
          packets.close();
        }
      }
    }
  }

  private static boolean readable(Decoder decoder) {
    return decoder.getCodec() != null
        && decoder.getCodecType() == MediaDescriptor.Type.MEDIA_VIDEO
        && decoder.getWidth() > 0
        && decoder.getHeight() > 0
        && decoder.getPixelFormat() != PixelFormat.Type.PIX_FMT_NONE;
  }

  void skip(Skip skip) {
    if (skip != skipped) {
      decoder.setProperty("skip_frame", skip.value);
      skipped = skip;
    }
  }

  /** Seconds a time stamp counts. */
  double tick() {
    return tick;
  }

  /** Reads the next packet of the picture's track. */
  boolean next() throws InterruptedException {
    return packets.next(track);
  }

  PacketSource packets() {
    return packets;
  }

  /** Decoding can begin with the packet read last. */
  boolean key() {
    return packets.key(decoder);
  }

  boolean hidden() {
    return packets.hidden(decoder);
  }

  /**
   * Reads the packet of a keyframe, from which on pictures can be decoded; but not those that
   * follow it and are shown before it.
   *
   * @param exactly the keyframe of that time stamp, else one at or before it
   * @return false where there is none
   */
  boolean seek(long stamp, boolean exactly) throws IOException, InterruptedException {
    for (double margin : SEEK_MARGIN_SECONDS) {
      packets.seek(track, stamp - Math.round(margin / tick));
      decoder.flush();
      while (next()) {
        if (key()) {
          long found = packets.stamp();
          if (found == stamp || !exactly && found < stamp) {
            decoder.setProperty("err_detect", LENIENT);
            lenient = LENIENT_PACKETS;
            return true;
          }
          if (found > stamp) {
            break;
          }
        }
      }
    }
    return false;
  }

  /** Decodes the packet read last. */
  void decode(Consumer<SmallPicture> out) {
    if (lenient > 0 && --lenient == 0) {
      decoder.setProperty("err_detect", STRICT);
    }
    MediaPacket packet = packets.packet();
    int offset = 0;
    do {
      int used = decode(packet, offset);
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
    } while (offset < packet.getSize());
  }

  /**
   * Bytes used; below zero where the packet is damaged, for some kinds of which the library throws.
   */
  private int decode(@Nullable MediaPacket packet, int offset) {
    try {
      refit();
      return decoder.decodeVideo(picture, packet, offset);
    } catch (OutOfMemoryError e) {
      throw HumbleLibrary.tooLarge(e);
    } catch (RuntimeException e) {
      return -1;
    }
  }

  /** Decodes what the decoder still holds back. */
  void drain(Consumer<SmallPicture> out) {
    while (decode(null, 0) >= 0 && picture.isComplete()) {
      show(out);
    }
  }

  /** The library refuses to decode into a picture of another size than the last one's. */
  private void refit() {
    if (picture.getWidth() != decoder.getWidth()
        || picture.getHeight() != decoder.getHeight()
        || picture.getFormat() != decoder.getPixelFormat()) {
      picture.delete();
      picture =
          MediaPicture.make(decoder.getWidth(), decoder.getHeight(), decoder.getPixelFormat());
    }
  }

  private void show(Consumer<SmallPicture> out) {
    if (shrinker == null || !shrinker.fits(picture)) {
      if (shrinker != null) {
        shrinker.close();
      }
      shrinker = new PictureShrinker(picture, film.orientation());
      sizes.add((long) picture.getWidth() << Integer.SIZE | picture.getHeight());
    }
    long stamp = picture.getTimeStamp();
    if (stamp == Global.NO_PTS) {
      stamp = picture.getBestEffortTimeStamp();
    }
    if (stamp == Global.NO_PTS) {
      stamp = lastStamp + Math.round(0.04 / tick);
    }
    lastStamp = stamp;
    SmallPicture small = blanks.get();
    shrinker.shrink(picture, small);
    boolean intra = picture.getType() == MediaPicture.Type.PICTURE_TYPE_I;
    small.stamp(stamp, stamp * tick, intra);
    out.accept(small);
  }

  long errors() {
    return errors;
  }

  /** Of the pictures so far, each a number of its own. */
  Set<Long> sizes() {
    return sizes;
  }

  @Override
  public void close() {
    synchronized (HumbleLibrary.LOCK) {
      if (shrinker != null) {
        shrinker.close();
      }
      picture.delete();
      decoder.delete();
      packets.close();
    }
  }
}
