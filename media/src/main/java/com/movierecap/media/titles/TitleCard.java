package com.movierecap.media.titles;

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
public record TitleCard(
    boolean bare,
    boolean text,
    boolean emblem,
    boolean still,
    boolean rolling,
    boolean low,
    boolean beside) {
  /** A title seen on while the picture comes or goes behind it. */
  public static final TitleCard LINGERING =
      new TitleCard(false, true, false, true, true, false, false);

  /** Credits over or beside a picture. */
  static final TitleCard BESIDE = new TitleCard(false, false, false, false, false, false, true);

  /** A camera's picture. */
  public static final TitleCard NONE =
      new TitleCard(false, false, false, false, false, false, false);

  static final TitleCard BARE = new TitleCard(true, false, false, true, true, false, false);

  public boolean title() {
    return text && still && !low;
  }

  public boolean credits() {
    return text && rolling || beside;
  }
}
