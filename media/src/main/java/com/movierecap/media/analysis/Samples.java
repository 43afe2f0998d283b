package com.movierecap.media.analysis;

import com.movierecap.media.PictureArea;
import com.movierecap.media.film.SmallPicture;
import com.movierecap.media.shots.Miniature;
import com.movierecap.media.titles.CardReader;
import java.util.ArrayList;
import java.util.List;

/** Looks closely at a few pictures a second; what that costs is no matter then. */
final class Samples {
  /** At least one in the shortest shot. */
  private static final double STEP_SECONDS = 0.17;

  private final List<Sample> list = new ArrayList<>();
  private final HsvPicture hsv = new HsvPicture();
  private Miniature now = new Miniature();
  private Miniature before = new Miniature();
  private final PictureBars bars = new PictureBars();
  private final CardReader cards = new CardReader();
  private final TitleTail letters = new TitleTail();
  private boolean late;
  private int pushed;

  /**
   * Credits are looked for near the film's end only.
   *
   * @param share 0..1 of the film that has been pushed
   */
  void progress(double share) {
    late = share >= PictureKinds.CREDITS_SHARE;
  }

  /** Every picture in presentation order. */
  void push(SmallPicture picture) {
    int look = pushed++;
    if (!list.isEmpty() && picture.seconds() - list.get(list.size() - 1).seconds() < STEP_SECONDS) {
      return;
    }
    Miniature swap = before;
    before = now;
    now = swap;
    now.set(picture);
    bars.push(picture);
    hsv.set(picture);
    SaliencePoint eye = list.isEmpty() ? SaliencePoint.NOWHERE : SaliencePoint.of(before, now);
    list.add(Sample.of(look, picture, hsv, cards.read(picture.luma, late), eye));
    letters.push(list, picture.luma, cards.ink());
  }

  /** The picture without black bars. */
  PictureArea area() {
    return bars.area();
  }

  List<Sample> list() {
    return list;
  }

  /** Those of the looks {@code from..to}, {@code to} exclusive; the nearest where there is none. */
  List<Sample> between(int from, int to) {
    int first = first(from);
    int end = first(to);
    if (end > first) {
      return list.subList(first, end);
    }
    int nearest = Math.min(list.size() - 1, first);
    return list.subList(nearest, nearest + 1);
  }

  int indexOf(Sample sample) {
    return first(sample.look());
  }

  private int first(int look) {
    int low = 0;
    int high = list.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (list.get(middle).look() < look) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
