package com.movierecap.portal.page;

import com.movierecap.kernel.ProblemException;
import com.movierecap.portal.error.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes the step that a button stands for: then another page follows and says what was done, or the
 * present one says what is wrong.
 */
@RequestScoped
public class Steps {
  @Inject private Notices notices;

  /** A step that says which page follows. */
  @FunctionalInterface
  public interface Step {
    /**
     * @throws ProblemException where it cannot be taken
     */
    Next take() throws IOException;
  }

  /** Problems are told at the top of the page. */
  public void take(Step step) throws IOException {
    take(step, notices::problem);
  }

  /** The same for a step whose next page is known before. */
  public void take(Runnable step, Next next) throws IOException {
    take(
        () -> {
          step.run();
          return next;
        });
  }

  /**
   * @param tell says what is wrong, where it belongs on the page
   */
  public void take(Step step, Consumer<ProblemException> tell) throws IOException {
    try {
      var next = step.take();
      if (next.done() != null) {
        notices.done(next.done(), next.arguments().toArray());
      }
      Pages.open(next.page());
    } catch (ProblemException e) {
      tell.accept(e);
    }
  }

  /** Takes a step that leaves the present page as it is. */
  public void stay(Runnable step) {
    try {
      step.run();
    } catch (ProblemException e) {
      notices.problem(e);
    }
  }

  /**
   * Tells problems beside an input.
   *
   * @param field gives the client id of the one that a problem is about, or null for none
   */
  public Consumer<ProblemException> at(Function<ProblemException, @Nullable String> field) {
    return problem -> notices.problem(problem, field.apply(problem));
  }

  /**
   * Tells what is wrong with an entry beside its input, and all else at the top.
   *
   * @param fields client ids by what a problem names
   */
  public Consumer<ProblemException> at(Map<String, String> fields) {
    return problem -> notices.entry(problem, fields);
  }
}
