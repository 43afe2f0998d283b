package com.movierecap.media.shots;

import com.movierecap.media.Shot.Transition;
import com.movierecap.media.film.FilmReader;
import com.movierecap.media.film.PictureClock;
import com.movierecap.media.film.SmallPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Moves boundaries to the exact picture. Where pictures between two decoded ones were skipped, the
 * cut may lie on one of them. An intra picture settles it where the encoder is one of those that
 * place it on the cut; MPEG-2 and MPEG-4 place it on the next picture that is not between two
 * others. Elsewhere the few pictures between are decoded.
 */
public final class ExactCuts {
  private ExactCuts() {}

  public static List<ExactCut> refine(
      FilmReader reader, List<FrameFeatures> looks, List<Boundary> boundaries) {
    PictureClock clock = reader.clock();
    List<ExactCut> exact = new ArrayList<>();
    boolean placed = !reader.info().videoCodec().startsWith("mpeg");
    int last = 0;
    for (Boundary b : boundaries) {
      FrameFeatures look = looks.get(b.look());
      int after = clock.indexOf(look.ticks());
      int before = clock.indexOf(looks.get(b.look() - 1).ticks());
      int frame = after;
      if (b.transition() == Transition.CUT && after - before > 1 && !(look.intra() && placed)) {
        frame = largestStep(reader, before, after);
      }
      if (frame > last && frame < clock.pictures()) {
        exact.add(new ExactCut(frame, b.look(), b.transition()));
        last = frame;
      }
    }
    return exact;
  }

  private static int largestStep(FilmReader reader, int before, int after) {
    LargestStep step = new LargestStep(reader.clock(), after);
    reader.readBetween(before, after, step);
    return step.frame;
  }

  private static final class LargestStep implements Consumer<SmallPicture> {
    private final PictureClock clock;
    private Miniature last = new Miniature();
    private Miniature spare = new Miniature();
    private boolean first = true;
    private float most = -1;
    private int frame;

    LargestStep(PictureClock clock, int otherwise) {
      this.clock = clock;
      this.frame = otherwise;
    }

    @Override
    public void accept(SmallPicture picture) {
      spare.set(picture);
      float score = first ? -1 : spare.difference(last);
      if (score > most) {
        most = score;
        frame = clock.indexOf(picture.ticks());
      }
      Miniature swap = last;
      last = spare;
      spare = swap;
      first = false;
    }
  }
}
