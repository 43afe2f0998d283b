package com.movierecap.media.shots;

/**
 * What speaks for a cut at one picture, gathered while the pixels were at hand.
 *
 * @param look number of the picture
 * @param ratio how much more it differs from the one before than its neighbours do from theirs
 * @param mismatch how little of the picture before is found again, 0..1 ({@link BlockMatcher})
 * @param colour mean difference of chroma
 * @param passing the pictures before are seen again soon after: a flash or a blast
 */
record CutCandidate(int look, double ratio, double mismatch, double colour, boolean passing) {
  static final double BLAST_SECONDS = 1.6;
  private static final double FLASH_RETURNS = 0.4;
  private static final double FLASH_SHARE = 0.8;
  private static final double BLAST_RETURNS = 0.35;
  private static final double BLAST_SHARE = 0.6;

  /** The most mismatch between a picture before and one soon after by which it is a flash. */
  static double flashMismatch(double mismatch) {
    return Math.min(FLASH_RETURNS, FLASH_SHARE * mismatch);
  }

  /** The same for pictures up to {@link #BLAST_SECONDS} later. */
  double blastMismatch() {
    return Math.min(BLAST_RETURNS, BLAST_SHARE * mismatch);
  }

  CutCandidate withPassing(boolean value) {
    return new CutCandidate(look, ratio, mismatch, colour, value);
  }
}
