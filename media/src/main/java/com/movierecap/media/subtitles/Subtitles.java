package com.movierecap.media.subtitles;

import com.movierecap.media.Cue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file of subtitles holds.
 *
 * @param cues in order of their starts, at least one; where two people speak at once they overlap
 * @param encoding name of the one that it was read in, as Java knows it
 * @param dropped cues that were left out because their time could not be read, or was none
 * @param adverts cues that were left out because they speak of the subtitles only
 * @param countedAt pictures a second that its times were counted at, where it counts pictures and
 *     does not say how many make a second; else null
 */
public record Subtitles(
    List<Cue> cues,
    SubtitleFormat format,
    String encoding,
    int dropped,
    int adverts,
    @Nullable Double countedAt) {

  /** The same in a film with so many pictures a second. */
  public Subtitles at(double frameRate) {
    return countedAt == null
        ? this
        : new Subtitles(
            Cues.retimed(cues, countedAt / frameRate, 0), format, encoding, dropped, adverts, null);
  }

  /** The same with other cues. */
  public Subtitles with(List<Cue> others) {
    return new Subtitles(others, format, encoding, dropped, adverts, countedAt);
  }
}
