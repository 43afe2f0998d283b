package com.movierecap.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/**
 * UUIDs of version 7 (RFC 9562): they sort by the time of their making, so that a primary key is
 * also the order of a list and a cursor in it.
 */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static long lastMillis;
  private static int counter;

  private Ids() {}

  public static synchronized UUID next() {
    long now = Clock.systemUTC().millis();
    if (now > lastMillis) {
      lastMillis = now;
      counter = RANDOM.nextInt(0x400);
    } else if (++counter > 0xfff) {
      // more than 4,096 in a millisecond: borrow from the next one to stay in order
      lastMillis++;
      counter = 0;
    }
    long high = (lastMillis << 16) | 0x7000L | counter;
    long low = (RANDOM.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
