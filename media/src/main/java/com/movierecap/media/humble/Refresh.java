package com.movierecap.media.humble;

import org.jspecify.annotations.Nullable;

/**
 * Tells keyframes of H.264 and H.265 from points that are marked as such, but from which pictures
 * become whole only bit by bit, where encoders refresh a strip of each picture after the other
 * (periodic intra refresh). In H.264 a message before the picture says after how many pictures all
 * of it is new; in H.265 the picture itself is of a kind that others are needed for.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-H.264">ITU-T H.264, 7.3.2.3 and D.1.8</a>
 * @see <a href="https://www.itu.int/rec/T-REC-H.265">ITU-T H.265, table 7-1</a>
 */
final class Refresh {
  /** Such messages come before the picture itself. */
  static final int HEAD_BYTES = 1024;

  private static final int UNIT_TYPE = 0x1F;
  private static final int PICTURE = 1;
  private static final int REFRESHING_PICTURE = 5;
  private static final int MESSAGES = 6;
  private static final int RECOVERY_POINT = 6;
  private static final int MORE = 0xFF;

  /** Kinds of units of H.265: below are pictures, and of them these are what one can begin with. */
  private static final int HEVC_OTHERS = 32;

  private static final int HEVC_FIRST_KEY = 16;
  private static final int HEVC_LAST_KEY = 23;

  private final byte[] packet;
  private final int length;

  private Refresh(byte[] packet, int length) {
    this.packet = packet;
    this.length = length;
  }

  /** What a unit tells of it: true or false; null where it tells nothing. */
  private interface Told {
    /**
     * @param at its first byte
     * @param end behind its last
     */
    @Nullable Boolean by(int at, int end);
  }

  /**
   * Whether a picture of H.264 that is marked as a keyframe is none.
   *
   * @param packet its first bytes, units with start codes or with lengths of four bytes
   */
  static boolean gradual(byte[] packet) {
    Refresh refresh = new Refresh(packet, packet.length);
    return refresh.told(refresh::recovering);
  }

  /** The same of H.265. */
  static boolean gradualHevc(byte[] packet) {
    Refresh refresh = new Refresh(packet, packet.length);
    return refresh.told((at, end) -> needing(packet[at] >> 1 & 0x3F));
  }

  private boolean told(Told unit) {
    boolean startCodes = startCode(0) > 0;
    int at = startCodes ? startCode(0) : 4;
    while (at > 0 && at < length) {
      int end = startCodes ? nextStart(at) : at + unitLength(at - 4);
      @Nullable Boolean told = unit.by(at, Math.min(end, length));
      if (told != null || end <= at) {
        return told != null && told;
      }
      at = startCodes ? end + Math.max(1, startCode(end)) : end + 4;
    }
    return false;
  }

  private @Nullable Boolean recovering(int at, int end) {
    int type = packet[at] & UNIT_TYPE;
    if (type >= PICTURE && type <= REFRESHING_PICTURE) {
      return false;
    }
    return type == MESSAGES && recoversLater(at + 1, end) ? Boolean.TRUE : null;
  }

  private static @Nullable Boolean needing(int type) {
    return type >= HEVC_OTHERS ? null : type < HEVC_FIRST_KEY || type > HEVC_LAST_KEY;
  }

  /** Length of the start code at a place; 0 where there is none. */
  private int startCode(int at) {
    int zeros = 0;
    while (at + zeros < length && packet[at + zeros] == 0) {
      zeros++;
    }
    return zeros >= 2 && at + zeros < length && packet[at + zeros] == 1 ? zeros + 1 : 0;
  }

  private int nextStart(int at) {
    int next = at + 1;
    while (next < length && startCode(next) == 0) {
      next++;
    }
    return next;
  }

  private int unitLength(int at) {
    if (at < 0 || at + 4 > length) {
      return 0;
    }
    int value = 0;
    for (int i = 0; i < 4; i++) {
      value = value << 8 | packet[at + i] & 0xFF;
    }
    return Math.max(0, Math.min(value, length));
  }

  private boolean recoversLater(int from, int to) {
    int at = from;
    while (at + 2 < to) {
      int type = 0;
      while (at < to && (packet[at] & 0xFF) == MORE) {
        type += MORE;
        at++;
      }
      type += at < to ? packet[at++] & 0xFF : 0;
      int size = 0;
      while (at < to && (packet[at] & 0xFF) == MORE) {
        size += MORE;
        at++;
      }
      size += at < to ? packet[at++] & 0xFF : 0;
      if (type == RECOVERY_POINT && at < to) {
        // the count is an Exp-Golomb number: one that begins with a set bit is 0
        return (packet[at] & 0x80) == 0;
      }
      at += size;
    }
    return false;
  }
}
