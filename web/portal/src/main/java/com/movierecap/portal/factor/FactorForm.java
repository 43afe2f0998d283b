package com.movierecap.portal.factor;

import com.movierecap.identity.account.OwnSecondFactor;
import com.movierecap.identity.factor.SecondFactors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Begins, confirms, replaces and removes the reader's program for codes. */
@Named("factorForm")
@RequestScoped
public class FactorForm {
  @Inject private SecondFactors factors;
  @Inject private OwnSecondFactor own;
  @Inject private FactorSteps steps;

  private @Nullable String code;

  public void begin() throws IOException {
    steps.take(() -> factors.begin(steps.account()));
  }

  public void replace() throws IOException {
    steps.take(() -> factors.replace(steps.account(), code));
  }

  public void abandon() throws IOException {
    steps.take(() -> factors.abandon(steps.account()));
  }

  public void remove() throws IOException {
    steps.take("security.removed", () -> factors.remove(steps.account(), code));
  }

  /** The recovery codes are on the page that follows, and never again. */
  public void confirm() throws IOException {
    steps.show(null, () -> own.confirm(steps.account(), steps.signIn(), code));
  }

  /** Never written back into the page. */
  public @Nullable String getCode() {
    return null;
  }

  public void setCode(@Nullable String code) {
    this.code = code;
  }
}
