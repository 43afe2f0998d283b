package com.movierecap.media.humble;

import com.movierecap.media.film.PictureClock;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** All packets of the picture's track in the order of the file, which is that of decoding. */
final class PacketIndex {
  /** As many pictures to a chunk at least: 10 MB of small ones, and seldom a seek. */
  private static final int CHUNK_PICTURES = 480;

  private final double tick;
  private long[] stamps = new long[1 << 12];
  private final BitSet keys = new BitSet();
  private final BitSet hidden = new BitSet();
  private int packets;
  private int chunked;
  private int border;
  private boolean exact = true;

  PacketIndex(double tick) {
    this.tick = tick;
  }

  /**
   * @param stamp when the packet is shown
   * @param shown false for a packet that only others refer to
   * @param exact false where the stamp tells when to decode it, for want of better
   */
  void add(long stamp, boolean key, boolean shown, boolean exact) {
    if (packets == stamps.length) {
      stamps = Arrays.copyOf(stamps, 2 * packets);
    }
    stamps[packets] = stamp;
    keys.set(packets, key);
    hidden.set(packets, !shown);
    this.exact &= exact;
    packets++;
  }

  /** Every packet tells when it is shown. */
  boolean exact() {
    return exact;
  }

  int pictures() {
    return packets - hidden.cardinality();
  }

  /**
   * @param first time stamp of the first picture that was decoded
   */
  PictureClock clock(long first) {
    long[] shown = new long[pictures()];
    for (int i = 0, n = 0; i < packets; i++) {
      if (!hidden.get(i)) {
        shown[n++] = stamps[i];
      }
    }
    return new PictureClock(shown, first, tick);
  }

  long[] keyStamps() {
    return keys.stream().mapToLong(i -> stamps[i]).toArray();
  }

  /**
   * A piece of the film that begins with a keyframe and can be decoded apart from the others; once
   * its packets are known, and those behind it that it needs.
   *
   * @return null while the packet added last completes none
   */
  @Nullable Chunk chunk() {
    int last = packets - 1;
    @Nullable Chunk complete = null;
    if (border > chunked && stamps[last] > stamps[border]) {
      complete = chunk(border);
    }
    if (border == chunked && exact && keys.get(last) && last - chunked >= CHUNK_PICTURES) {
      border = last;
    }
    return complete;
  }

  /** What is left of the film once all packets are known. */
  Chunk rest() {
    return chunk(packets);
  }

  private Chunk chunk(int to) {
    int from = chunked;
    chunked = to;
    return new Chunk(
        from,
        to,
        from == 0 ? 0 : leading(from),
        to == packets ? 0 : leading(to),
        from == 0 ? Long.MIN_VALUE : stamps[from],
        to == packets ? Long.MAX_VALUE : stamps[to],
        exact);
  }

  /** Packets after a keyframe that are shown before it: they need what precedes the keyframe. */
  private int leading(int key) {
    int i = key + 1;
    while (i < packets && stamps[i] < stamps[key] && !keys.get(i)) {
      i++;
    }
    return i - key - 1;
  }
}
