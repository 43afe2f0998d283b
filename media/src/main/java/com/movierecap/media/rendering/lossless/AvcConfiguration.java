package com.movierecap.media.rendering.lossless;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a track's H.264 is to be decoded: ISO/IEC 14496-15, 5.3.3.1 ({@code avcC}). Its parameter
 * sets have numbers, so that one track may hold pictures of several encoders.
 *
 * @param head version, profile, compatibility, level and the lengths' size
 * @param sequences sequence parameter sets as they are in the file
 * @param pictures picture parameter sets
 * @param tail what follows them for the higher profiles
 */
record AvcConfiguration(byte[] head, List<byte[]> sequences, List<byte[]> pictures, byte[] tail) {
  private static final int HEAD = 5;
  private static final int CONSTRAINTS = 2;
  private static final int LEVEL = 3;

  /** Bits that are always set beside a count or size. */
  private static final int RESERVED = 0xE0;

  static AvcConfiguration parse(byte[] payload) {
    ByteBuffer in = ByteBuffer.wrap(payload);
    byte[] head = new byte[HEAD];
    in.get(head);
    List<byte[]> sequences = sets(in, in.get() & ~RESERVED & 0xFF);
    List<byte[]> pictures = sets(in, in.get() & 0xFF);
    return new AvcConfiguration(
        head, sequences, pictures, Arrays.copyOfRange(payload, in.position(), payload.length));
  }

  private static List<byte[]> sets(ByteBuffer in, int count) {
    List<byte[]> sets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] set = new byte[in.getShort() & 0xFFFF];
      in.get(set);
      sets.add(set);
    }
    return sets;
  }

  byte[] payload() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head);
    out.write(RESERVED | sequences.size());
    write(sequences, out);
    out.write(pictures.size());
    write(pictures, out);
    out.writeBytes(tail);
    return out.toByteArray();
  }

  private static void write(List<byte[]> sets, ByteArrayOutputStream out) {
    for (byte[] set : sets) {
      out.write(set.length >> 8);
      out.write(set.length);
      out.writeBytes(set);
    }
  }

  /** {@code profile_idc}: 66 is Baseline, 77 Main, 100 High. */
  int profile() {
    return head[1] & 0xFF;
  }

  /** Bytes of the length before each unit of a picture. */
  int lengthBytes() {
    return (head[4] & 3) + 1;
  }

  /** The lowest number that no parameter set of either kind has. */
  int freeNumber() {
    int free = 0;
    for (boolean taken = true; taken; ) {
      int number = free;
      taken =
          sequences.stream().anyMatch(s -> sequenceNumber(s) == number)
              || pictures.stream().anyMatch(p -> pictureNumber(p) == number);
      free += taken ? 1 : 0;
    }
    return free;
  }

  /**
   * What decodes both: only what constrains both is told, and the higher level.
   *
   * @return null where one number names two different sets
   */
  @Nullable AvcConfiguration with(AvcConfiguration other) {
    List<byte[]> moreSequences = new ArrayList<>(sequences);
    List<byte[]> morePictures = new ArrayList<>(pictures);
    for (byte[] set : other.sequences) {
      if (!add(set, moreSequences, AvcConfiguration::sequenceNumber)) {
        return null;
      }
    }
    for (byte[] set : other.pictures) {
      if (!add(set, morePictures, AvcConfiguration::pictureNumber)) {
        return null;
      }
    }
    byte[] both = head.clone();
    // what holds for a track's pictures must hold for all of them
    both[CONSTRAINTS] = (byte) (head[CONSTRAINTS] & other.head[CONSTRAINTS]);
    both[LEVEL] = (byte) Math.max(head[LEVEL] & 0xFF, other.head[LEVEL] & 0xFF);
    return new AvcConfiguration(both, moreSequences, morePictures, tail);
  }

  private interface Number {
    int of(byte[] set);
  }

  private static boolean add(byte[] set, List<byte[]> to, Number number) {
    for (byte[] known : to) {
      if (number.of(known) == number.of(set)) {
        return Arrays.equals(known, set);
      }
    }
    return to.add(set);
  }

  /** Behind the unit's type, profile, constraints and level. */
  private static int sequenceNumber(byte[] set) {
    return exponentialGolomb(set, 4);
  }

  private static int pictureNumber(byte[] set) {
    return exponentialGolomb(set, 1);
  }

  /** The number that begins with a byte: ITU-T H.264, 9.1. */
  private static int exponentialGolomb(byte[] bytes, int from) {
    int bit = from * 8;
    int zeros = 0;
    while (bit(bytes, bit) == 0 && zeros < 16) {
      zeros++;
      bit++;
    }
    int value = 0;
    for (int i = 0; i <= zeros; i++) {
      value = value << 1 | bit(bytes, bit++);
    }
    return value - 1;
  }

  private static int bit(byte[] bytes, int index) {
    return index / 8 < bytes.length ? bytes[index / 8] >> 7 - index % 8 & 1 : 0;
  }
}
