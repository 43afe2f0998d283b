package com.movierecap.media.ffmpeg;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads a NUT stream as the FFmpeg program writes it to a pipe: the one container that keeps every
 * time stamp exactly, and raw pictures and sound side by side. Indices and metadata are passed
 * over, and so are check sums: a pipe loses nothing.
 *
 * @see <a href="https://ffmpeg.org/~michael/nut.txt">NUT Open Container Format</a>
 */
final class NutStream {
  private static final String FILE_ID = "nut/multimedia container\0";
  private static final long MAIN = 0x4E4D7A561F5F04ADL;
  private static final long STREAM = 0x4E5311405BF2F9DBL;
  private static final long SYNCPOINT = 0x4E4BE4ADEECA4569L;

  private static final int CODED_PTS = 8;
  private static final int STREAM_ID = 16;
  private static final int SIZE_MSB = 32;
  private static final int CHECKSUM = 64;
  private static final int RESERVED = 128;
  private static final int SIDE_DATA = 256;
  private static final int HEADER_INDEX = 1024;
  private static final int MATCH_TIME = 2048;
  private static final int CODED = 4096;
  private static final int INVALID = 8192;

  /** Headers beyond this length carry a check sum of their own. */
  private static final int LONG_HEADER = 4096;

  /** More than any small picture or block of sound takes. */
  private static final int LARGEST_FRAME = 1 << 24;

  /** What is usual for frames that begin with one of 256 codes. */
  private record FrameCode(
      long flags, long ptsDelta, long multiplier, int stream, long size, long reserved, int head) {}

  private static final class Track {
    final long tickNumerator;
    final long tickDenominator;
    final int shift;
    final int channels;
    long lastPts;

    Track(long tickNumerator, long tickDenominator, int shift, int channels) {
      this.tickNumerator = tickNumerator;
      this.tickDenominator = tickDenominator;
      this.shift = shift;
      this.channels = channels;
    }

    /** Time stamps are cut to their low bits where the one before settles the others. */
    long whole(long coded) {
      long span = 1L << shift;
      if (coded >= span) {
        return coded - span;
      }
      long least = lastPts - (span - 1) / 2;
      return ((coded - least) & (span - 1)) + least;
    }
  }

  private final DataInputStream in;
  private final FrameCode[] codes = new FrameCode[256];
  private long[] ticks = new long[0];
  private byte[][] heads = new byte[0][];
  private Track[] tracks = new Track[0];

  private int stream;
  private long pts;
  private byte[] data = new byte[1 << 15];
  private int size;

  /**
   * @throws IOException where it is no NUT stream
   */
  NutStream(InputStream from) throws IOException {
    in = new DataInputStream(new BufferedInputStream(from, 1 << 16));
    byte[] id = in.readNBytes(FILE_ID.length());
    if (!FILE_ID.equals(new String(id, StandardCharsets.ISO_8859_1))) {
      throw new IOException("nothing was written");
    }
  }

  /**
   * Reads on to the next frame.
   *
   * @return false at the end
   */
  boolean next() throws IOException {
    for (int code = in.read(); code >= 0; code = in.read()) {
      if (code == 'N') {
        header();
      } else {
        frame(code);
        return true;
      }
    }
    return false;
  }

  /** Track of the frame, counted as they were mapped. */
  int stream() {
    return stream;
  }

  /** Time stamp of the frame, in seconds times {@code perSecond / inSeconds}. */
  long stamp(long inSeconds, long perSecond) {
    Track track = tracks[stream];
    // the writer refines the ticks it is given, by whole numbers: this divides without remainder
    return Math.round(
        (double) pts
            * track.tickNumerator
            * perSecond
            / ((double) track.tickDenominator * inSeconds));
  }

  double seconds() {
    Track track = tracks[stream];
    return (double) pts * track.tickNumerator / track.tickDenominator;
  }

  int channels() {
    return tracks[stream].channels;
  }

  /** The frame's bytes, {@link #size} of them; used again for the next frame. */
  byte[] data() {
    return data;
  }

  int size() {
    return size;
  }

  private void header() throws IOException {
    long startCode = (long) 'N' << 56;
    for (int shift = 48; shift >= 0; shift -= 8) {
      startCode |= (long) in.readUnsignedByte() << shift;
    }
    long length = number();
    if (length > LONG_HEADER) {
      in.readInt();
    }
    if (length < 4 || length > LARGEST_FRAME) {
      throw new IOException("a header of " + length + " bytes");
    }
    byte[] body = in.readNBytes((int) length);
    Fields fields = new Fields(new DataInputStream(new ByteArrayInputStream(body)));
    if (startCode == MAIN) {
      main(fields);
    } else if (startCode == STREAM) {
      track(fields);
    } else if (startCode == SYNCPOINT) {
      long coded = fields.number();
      int tick = (int) (coded % (ticks.length / 2));
      long value = coded / (ticks.length / 2);
      for (@Nullable Track track : tracks) {
        if (track != null) {
          track.lastPts = rescaled(value, tick, track);
        }
      }
    }
  }

  /** Rounds down, as the format says. */
  private long rescaled(long value, int tick, Track track) {
    BigInteger up =
        BigInteger.valueOf(value)
            .multiply(BigInteger.valueOf(ticks[2 * tick]))
            .multiply(BigInteger.valueOf(track.tickDenominator));
    BigInteger down =
        BigInteger.valueOf(ticks[2 * tick + 1]).multiply(BigInteger.valueOf(track.tickNumerator));
    return up.divide(down).longValueExact();
  }

  private void main(Fields f) throws IOException {
    long version = f.number();
    if (version > 3) {
      throw new IOException("NUT version " + version);
    }
    tracks = new Track[(int) f.number()];
    f.number();
    ticks = new long[2 * (int) f.number()];
    for (int i = 0; i < ticks.length; i++) {
      ticks[i] = f.number();
    }
    frameCodes(f);
    heads = new byte[1 + (int) f.number()][];
    heads[0] = new byte[0];
    for (int i = 1; i < heads.length; i++) {
      heads[i] = f.bytes((int) f.number());
    }
  }

  private void frameCodes(Fields f) throws IOException {
    long ptsDelta = 0;
    long multiplier = 1;
    int track = 0;
    int head = 0;
    for (int i = 0; i < codes.length; ) {
      long flags = f.number();
      long given = f.number();
      ptsDelta = given > 0 ? f.signed() : ptsDelta;
      multiplier = given > 1 ? f.number() : multiplier;
      track = given > 2 ? (int) f.number() : track;
      long least = given > 3 ? f.number() : 0;
      long reserved = given > 4 ? f.number() : 0;
      long count = given > 5 ? f.number() : multiplier - least;
      if (given > 6) {
        f.signed();
      }
      head = given > 7 ? (int) f.number() : head;
      for (long more = 8; more < given; more++) {
        f.number();
      }
      for (long j = 0; j < count && i < codes.length; i++) {
        // the letter that begins a header begins no frame
        boolean letter = i == 'N';
        codes[i] =
            new FrameCode(
                letter ? INVALID : flags, ptsDelta, multiplier, track, least + j, reserved, head);
        j += letter ? 0 : 1;
      }
    }
  }

  private void track(Fields f) throws IOException {
    int id = (int) f.number();
    long kind = f.number();
    f.bytes((int) f.number());
    int tick = (int) f.number();
    int shift = (int) f.number();
    f.number();
    f.number();
    f.number();
    f.bytes((int) f.number());
    int channels = 0;
    if (kind == 1) {
      f.number();
      f.number();
      channels = (int) f.number();
    }
    tracks[id] = new Track(ticks[2 * tick], ticks[2 * tick + 1], shift, channels);
  }

  private void frame(int first) throws IOException {
    FrameCode code = codes[first];
    long flags = code.flags;
    if ((flags & INVALID) != 0) {
      throw new IOException("frame code " + first);
    }
    flags ^= (flags & CODED) != 0 ? number() : 0;
    stream = (flags & STREAM_ID) != 0 ? (int) number() : code.stream;
    Track track = tracks[stream];
    pts = (flags & CODED_PTS) != 0 ? track.whole(number()) : track.lastPts + code.ptsDelta;
    long length = code.size + ((flags & SIZE_MSB) != 0 ? code.multiplier * number() : 0);
    if ((flags & MATCH_TIME) != 0) {
      number();
    }
    int head = (flags & HEADER_INDEX) != 0 ? (int) number() : code.head;
    long reserved = (flags & RESERVED) != 0 ? number() : code.reserved;
    for (long i = 0; i < reserved; i++) {
      number();
    }
    if ((flags & CHECKSUM) != 0) {
      in.readInt();
    }
    if (length > LARGEST_FRAME || (flags & SIDE_DATA) != 0) {
      throw new IOException("a frame of " + length + " bytes, flags " + flags);
    }
    byte[] start = heads[length > LONG_HEADER ? 0 : head];
    size = (int) length;
    if (data.length < size) {
      data = new byte[size];
    }
    System.arraycopy(start, 0, data, 0, start.length);
    in.readFully(data, start.length, size - start.length);
    track.lastPts = pts;
  }

  private long number() throws IOException {
    return new Fields(in).number();
  }

  /** Numbers of seven bits a byte, the highest first. */
  private record Fields(DataInputStream in) {
    long number() throws IOException {
      long value = 0;
      int next;
      do {
        next = in.readUnsignedByte();
        value = value << 7 | next & 0x7F;
      } while ((next & 0x80) != 0);
      return value;
    }

    long signed() throws IOException {
      long value = number() + 1;
      return (value & 1) != 0 ? -(value >> 1) : value >> 1;
    }

    byte[] bytes(int count) throws IOException {
      byte[] bytes = in.readNBytes(count);
      if (bytes.length < count) {
        throw new IOException("a header ends early");
      }
      return bytes;
    }
  }
}
