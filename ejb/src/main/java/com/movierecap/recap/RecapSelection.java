package com.movierecap.recap;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.Role;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.kernel.Version;
import com.movierecap.library.MovieAnalyses;
import com.movierecap.media.Pick;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.TimeRange;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.selection.PickSelector;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a recap's picks anew around what is locked and what is left out. Holds no transaction
 * while the film's analysis is read and weighed.
 */
@ApplicationScoped
@AllowedTo(Role.EDIT)
public class RecapSelection {
  @Inject private RecapService recaps;
  @Inject private MovieAnalyses analyses;

  /**
   * Nothing is rendered until {@link RecapService#render}.
   *
   * @throws ProblemException where more is locked than the recap is long, or too little is left
   */
  public Recap choose(
      UUID id, List<TimeRange> locked, List<TimeRange> excluded, @Nullable Integer expected) {
    return choose(id, locked, excluded, expected, recaps::choose);
  }

  /** As {@link #choose}, and renders what was chosen: both or neither. */
  public Recap chooseAndRender(UUID id, List<TimeRange> locked, List<TimeRange> excluded) {
    return choose(id, locked, excluded, null, recaps::chooseAndRender);
  }

  @FunctionalInterface
  private interface Step {
    Recap take(UUID id, RecapRequest request, List<Pick> picks, int seen);
  }

  private Recap choose(
      UUID id,
      List<TimeRange> locked,
      List<TimeRange> excluded,
      @Nullable Integer expected,
      Step step) {
    return Version.settle(
        expected,
        () -> {
          var recap = recaps.get(id);
          Version.mustBe(expected, recap.version());
          var request = recap.request().withRanges(locked, excluded);
          return step.take(id, request, select(recap, request), recap.version());
        });
  }

  private List<Pick> select(Recap recap, RecapRequest request) {
    var analysis = analyses.get(recap.movie().id());
    try {
      return new PickSelector().select(analysis, request).picks();
    } catch (UnusableInputException e) {
      throw new ProblemException(ProblemType.of(e.reason().code()));
    }
  }
}
