package com.movierecap.portal.factor;

import com.movierecap.portal.error.Notices;
import com.movierecap.portal.page.Next;
import com.movierecap.portal.page.Once;
import com.movierecap.portal.page.Steps;
import com.movierecap.portal.session.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What each form of the page for second factors and passkeys does beside its own. */
@RequestScoped
public class FactorSteps {
  private static final String CODES = "recoveryCodes";
  private static final Next PAGE = Next.page("/security.xhtml");

  @Inject private SignedIn signedIn;
  @Inject private Notices notices;
  @Inject private Steps steps;

  private final Once<List<String>> left = new Once<>(this::taken);

  UUID account() {
    return signedIn.required().account();
  }

  UUID signIn() {
    return signedIn.signIn();
  }

  /** Takes a step that does not leave the page. */
  void stay(Runnable step) {
    steps.stay(step);
  }

  /** Takes a step and shows the page anew. */
  void take(Runnable step) throws IOException {
    steps.take(step, PAGE);
  }

  /**
   * @param done the key of what is said afterwards
   */
  void take(String done, Runnable step) throws IOException {
    steps.take(step, PAGE.saying(done));
  }

  /**
   * Takes a step that may make recovery codes: they are on the page that follows, and never again.
   *
   * @param done the key of what is said where there are none, or null for nothing
   */
  void show(@Nullable String done, Supplier<List<String>> step) throws IOException {
    steps.take(
        () -> {
          var codes = step.get();
          if (!codes.isEmpty()) {
            notices.leave(CODES, new ArrayList<>(codes));
            return PAGE;
          }
          return done == null ? PAGE : PAGE.saying(done);
        });
  }

  /** The recovery codes that the step before has made; mostly none. */
  List<String> codes() {
    return left.get();
  }

  @SuppressWarnings("unchecked") // what was left there
  private List<String> taken() {
    return notices.take(CODES, ArrayList.class).orElseGet(ArrayList::new);
  }
}
