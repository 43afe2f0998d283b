package com.movierecap.media.film;

import com.movierecap.media.UnusableInputException;
import com.movierecap.media.UnusableInputException.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * What came out of a film, to be held against what the film promised. A probe that succeeds proves
 * nothing: files without sample tables or with thousands of flipped bits open well.
 *
 * @param pictures decoded
 * @param packets of pictures in the file
 * @param errors packets of pictures that could not be decoded
 * @param holes places in the file that could not be read
 * @param declaredSeconds length by the file's own head; 0 where it tells none
 * @param heardSeconds where the sound ends, on the file's clock
 */
public record DecodeStats(
    long pictures,
    long packets,
    long errors,
    long holes,
    double declaredSeconds,
    double heardSeconds) {
  private static final double SHORTEST_FILM_SECONDS = 2;

  /** More broken pictures than this share, and what is left is no film. */
  private static final double DAMAGE_BUDGET = 0.2;

  /** A film may be shorter than its head says by this share, or by a second. */
  private static final double MISSING_BUDGET = 0.05;

  /**
   * @return what is damaged but was overcome, one English sentence each
   * @throws UnusableInputException where too little came out
   */
  public List<String> judge(PictureClock clock) {
    if (pictures == 0) {
      throw new UnusableInputException(Reason.DAMAGED, "not one picture can be decoded");
    }
    double end = clock.durationSeconds();
    double missing = declaredSeconds - Math.max(end, heardSeconds);
    if (declaredSeconds > 0 && missing > Math.max(1, MISSING_BUDGET * declaredSeconds)) {
      throw new UnusableInputException(
          Reason.TRUNCATED,
          Math.round(end) + " of " + Math.round(declaredSeconds) + " seconds are there");
    }
    if (errors > DAMAGE_BUDGET * packets) {
      throw new UnusableInputException(
          Reason.DAMAGED, errors + " of " + packets + " pictures cannot be decoded");
    }
    if (end < SHORTEST_FILM_SECONDS) {
      throw new UnusableInputException(Reason.TOO_SHORT);
    }
    List<String> warnings = new ArrayList<>();
    if (holes > 0) {
      warnings.add("Parts of the file cannot be read and were passed over.");
    }
    if (errors > 0) {
      warnings.add("Some pictures are damaged: " + errors + " of " + packets + ".");
    }
    return warnings;
  }
}
