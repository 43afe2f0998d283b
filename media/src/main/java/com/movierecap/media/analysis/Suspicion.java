package com.movierecap.media.analysis;

/**
 * What speaks for a cut at one picture, gathered while the pixels were at hand.
 *
 * @param look number of the picture
 * @param ratio how much more it differs from the one before than its neighbours do from theirs
 * @param mismatch how little of the picture before is found again, 0..1 ({@link BlockMatcher})
 * @param colour mean difference of chroma
 * @param returns how little of the pictures before is found in those soon after: low for a flash
 * @param comesBack the same up to {@link #BLAST_SECONDS} later, asked only where it grew much
 *     brighter, else 1: low for an explosion
 */
record Suspicion(
    int look, double ratio, double mismatch, double colour, double returns, double comesBack) {
  static final double BLAST_SECONDS = 1.6;

  Suspicion withComesBack(double value) {
    return new Suspicion(look, ratio, mismatch, colour, returns, value);
  }
}
