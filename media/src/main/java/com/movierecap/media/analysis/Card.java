package com.movierecap.media.analysis;

/**
 * Whether one picture is a card: something set on a plain, unmoving ground.
 *
 * @param bare ground and nothing else
 * @param text letters on it
 * @param emblem something small in its middle
 * @param still what is drawn is where it was shortly before
 * @param rolling what is drawn is what was drawn shortly before, moved up or down, or still
 * @param low all text is where subtitles are
 * @param beside letters roll or rest over a dimmed picture or on a plain half beside one
 */
record Card(
    boolean bare,
    boolean text,
    boolean emblem,
    boolean still,
    boolean rolling,
    boolean low,
    boolean beside) {
  /** A title seen on while the picture comes or goes behind it. */
  static final Card LINGERING = new Card(false, true, false, true, true, false, false);

  /** Credits over or beside a picture. */
  static final Card BESIDE = new Card(false, false, false, false, false, false, true);

  /** A camera's picture. */
  static final Card NONE = new Card(false, false, false, false, false, false, false);

  static final Card BARE = new Card(true, false, false, true, true, false, false);

  boolean title() {
    return text && still && !low;
  }

  boolean credits() {
    return text && rolling || beside;
  }
}
