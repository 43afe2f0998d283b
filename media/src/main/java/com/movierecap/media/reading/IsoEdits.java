package com.movierecap.media.reading;

import java.nio.ByteBuffer;

/**
 * The edit list of one track (ISO/IEC 14496-12, 8.6.6), as far as it tells whether any picture is
 * left out. Lists that only undo the delay of reordered pictures, or that begin with an empty
 * stretch, leave out none.
 */
final class IsoEdits {
  /** What rounding to the movie's coarser time scale may amount to. */
  private static final double ROUNDING_SECONDS = 0.1;

  private long scale;
  private long duration;
  private long delay;
  private int stretches;
  private long mediaTime;
  private long stretchDuration;

  /** Time scale of an {@code mvhd} or {@code mdhd} box; 0 where it is too short to tell. */
  static long timescale(ByteBuffer body) {
    int at = body.limit() > 0 && body.get(0) == 1 ? 20 : 12;
    return body.limit() >= at + 4 ? body.getInt(at) & 0xFFFFFFFFL : 0;
  }

  void add(String type, ByteBuffer body) {
    switch (type) {
      case "mdhd" -> {
        scale = timescale(body);
        boolean wide = body.limit() > 0 && body.get(0) == 1;
        if (wide && body.limit() >= 32) {
          duration = body.getLong(24);
        } else if (!wide && body.limit() >= 20) {
          duration = body.getInt(16) & 0xFFFFFFFFL;
        }
      }
      case "ctts" -> delay = body.limit() >= 16 ? body.getInt(12) : 0;
      case "elst" -> list(body);
      default -> {
        // says nothing of time
      }
    }
  }

  private void list(ByteBuffer body) {
    boolean wide = body.limit() > 0 && body.get(0) == 1;
    int length = wide ? 20 : 12;
    for (int at = 8; at + length <= body.limit(); at += length) {
      long time = wide ? body.getLong(at + 8) : body.getInt(at + 4);
      if (time >= 0) {
        stretches++;
        mediaTime = time;
        stretchDuration = wide ? body.getLong(at) : body.getInt(at) & 0xFFFFFFFFL;
      }
    }
  }

  /**
   * @param movieScale units a second in which stretches are measured
   */
  boolean edited(long movieScale) {
    if (stretches == 0 || scale == 0 || movieScale == 0) {
      return false;
    }
    double skipped = (mediaTime - delay) / (double) scale;
    double shown = stretchDuration / (double) movieScale;
    // fragmented films have no duration here, and a stretch of no length lasts to the end
    boolean cutShort =
        duration > 0
            && stretchDuration > 0
            && shown < duration / (double) scale - Math.max(0, skipped) - ROUNDING_SECONDS;
    return stretches > 1 || Math.abs(skipped) > ROUNDING_SECONDS || cutShort;
  }
}
