package com.movierecap.portal.recap;

import com.movierecap.media.TimeRange;
import com.movierecap.portal.library.FilmStrips;
import com.movierecap.portal.page.Steps;
import com.movierecap.portal.session.Permissions;
import com.movierecap.recap.RecapSelection;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which picks of the recap on the page are kept and which left out, before the rest is chosen. */
@Named("picks")
@ViewScoped
public class PicksForm implements Serializable {
  private static final String OPEN = "open";
  private static final String KEEP = "keep";
  private static final String DROP = "drop";

  @Inject private RecapPage recap;
  @Inject private RecapSelection selection;
  @Inject private FilmStrips strips;
  @Inject private Permissions may;
  @Inject private Steps steps;

  private final HashMap<Integer, String> wishes = new HashMap<>();
  private final HashMap<Integer, Boolean> takenBack = new HashMap<>();

  /** What somebody wishes for each pick, by its number. */
  public Map<Integer, String> getWishes() {
    recap.getPicks().forEach(pick -> wishes.putIfAbsent(pick.number(), pick.kept() ? KEEP : OPEN));
    return wishes;
  }

  public List<String> getWishKinds() {
    return List.of(OPEN, KEEP, DROP);
  }

  public List<LeftOut> getLeftOut() {
    return LeftOut.of(
        recap.get().request().excluded(), () -> strips.storyboard(recap.get().movie().id()));
  }

  /** Which of {@link #getLeftOut} may be chosen again, by its number. */
  public Map<Integer, Boolean> getTakenBack() {
    return takenBack;
  }

  /** Keeps and leaves out what was wished, now and before, has the rest chosen again, renders. */
  public void chooseAgain() throws IOException {
    steps.take(
        () -> {
          may.mustEdit();
          selection.chooseAndRender(recap.get().id(), ranges(KEEP), excluded());
          return recap.page("recap.renders.again");
        });
  }

  private List<TimeRange> excluded() {
    var still =
        getLeftOut().stream()
            .filter(gone -> !Boolean.TRUE.equals(takenBack.get(gone.number())))
            .map(LeftOut::range);
    return Stream.concat(still, ranges(DROP).stream()).toList();
  }

  private List<TimeRange> ranges(String wish) {
    return recap.getPicks().stream()
        .filter(pick -> wish.equals(wishes.get(pick.number())))
        .map(pick -> new TimeRange(pick.start(), pick.end()))
        .toList();
  }
}
