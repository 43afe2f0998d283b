package com.movierecap.rules.example.high;

import com.movierecap.rules.example.low.Ground;
import java.util.zip.CRC32;

/** Stands on the ground, also by the elements of an array. */
public final class Roof {
  public final Ground[] stands = {new Ground()};
  public final CRC32 sum = new CRC32();
}
