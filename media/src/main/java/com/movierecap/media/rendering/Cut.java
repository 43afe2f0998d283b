package com.movierecap.media.rendering;

/**
 * A stretch of film as it goes into the recap, in whole pictures: cut anywhere else, picture and
 * sound would differ in length and drift apart pick by pick.
 *
 * @param filmFrame its first picture in the film
 * @param recapFrame its first picture in the recap
 * @param frames how many pictures
 * @param lead how many of its first pictures show while the cut before still sounds
 * @param tail for how many pictures its sound runs on under the next cut
 */
public record Cut(long filmFrame, long recapFrame, int frames, int lead, int tail) {
  public long recapEnd() {
    return recapFrame + frames;
  }

  /** The picture of the film its own sound begins with. */
  public long soundFilmFrame() {
    return filmFrame + lead;
  }

  /** The picture of the recap its own sound begins with. */
  public long soundRecapFrame() {
    return recapFrame + lead;
  }

  public long soundFrames() {
    return frames - lead + (long) tail;
  }

  /** Whether sound and picture begin or end apart. */
  public boolean split() {
    return lead > 0 || tail > 0;
  }

  /** This and the one that follows it in the film without a gap, as one. */
  Cut joined(Cut next) {
    return new Cut(filmFrame, recapFrame, frames + next.frames, lead, next.tail);
  }
}
