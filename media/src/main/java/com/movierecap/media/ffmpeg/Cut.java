package com.movierecap.media.ffmpeg;

import com.movierecap.media.FrameRate;
import com.movierecap.media.Pick;
import com.movierecap.media.Timeline;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of film as it goes into the recap, in whole pictures: cut anywhere else, picture and
 * sound would differ in length and drift apart pick by pick.
 *
 * @param filmFrame its first picture in the film
 * @param recapFrame its first picture in the recap
 * @param frames how many pictures
 */
public record Cut(long filmFrame, long recapFrame, int frames) {
  /**
   * The cuts of a timeline. Picks that follow each other in the film without a gap become one cut:
   * nothing is to be heard or seen where they touch.
   */
  public static List<Cut> of(Timeline timeline, FrameRate rate) {
    List<Cut> cuts = new ArrayList<>();
    long recapFrame = 0;
    for (Pick pick : timeline.picks()) {
      long first = Math.max(0, rate.frameAt(pick.startSeconds()));
      int frames = (int) (rate.frameAt(pick.endSeconds()) - first);
      if (frames <= 0) {
        continue;
      }
      Cut last = cuts.isEmpty() ? null : cuts.get(cuts.size() - 1);
      if (last != null && last.filmFrame + last.frames == first) {
        cuts.set(cuts.size() - 1, new Cut(last.filmFrame, last.recapFrame, last.frames + frames));
      } else {
        cuts.add(new Cut(first, recapFrame, frames));
      }
      recapFrame += frames;
    }
    return List.copyOf(cuts);
  }

  public static long frames(List<Cut> cuts) {
    return cuts.stream().mapToLong(Cut::frames).sum();
  }

  public long recapEnd() {
    return recapFrame + frames;
  }
}
