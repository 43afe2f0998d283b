package com.movierecap.portal.factor;

import com.movierecap.identity.account.OwnSecondFactor;
import com.movierecap.identity.factor.Enrolment;
import com.movierecap.identity.factor.FactorStatus;
import com.movierecap.identity.factor.SecondFactors;
import com.movierecap.kernel.ProblemException;
import com.movierecap.portal.error.Notices;
import com.movierecap.portal.session.EnrolmentDue;
import com.movierecap.portal.session.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the reader signs in: with a second factor or without, as far as that is theirs to choose. */
@Named("factor")
@RequestScoped
public class FactorPage {
  private static final String CODES = "recoveryCodes";

  @Inject private SecondFactors factors;
  @Inject private OwnSecondFactor own;
  @Inject private SignedIn signedIn;
  @Inject private EnrolmentDue enrolment;
  @Inject private Notices notices;

  private @Nullable String code;
  private @Nullable FactorStatus status;
  private @Nullable List<String> codes;
  private @Nullable Enrolment begun;

  public void begin() throws IOException {
    then(() -> factors.begin(account()));
  }

  public void replace() throws IOException {
    then(() -> factors.replace(account(), code));
  }

  public void abandon() throws IOException {
    then(() -> factors.abandon(account()));
  }

  public void remove() throws IOException {
    then("security.removed", () -> factors.remove(account(), code));
  }

  /** The recovery codes are on the page that follows, and never again. */
  public void confirm() throws IOException {
    then(() -> showOnce(null, own.confirm(account(), signedIn.signIn(), code)));
  }

  /**
   * Leaves recovery codes for the page that follows.
   *
   * @param done the key of what is said where there are none, or null
   */
  void showOnce(@Nullable String done, List<String> codes) {
    if (!codes.isEmpty()) {
      notices.leave(CODES, new ArrayList<>(codes));
    } else if (done != null) {
      notices.done(done);
    }
  }

  /**
   * @param done the key of what is said afterwards
   */
  void then(String done, Runnable step) throws IOException {
    then(
        () -> {
          step.run();
          notices.done(done);
        });
  }

  /** Takes a step and shows the page anew. */
  void then(Runnable step) throws IOException {
    if (attempt(step)) {
      var external = FacesContext.getCurrentInstance().getExternalContext();
      external.redirect(external.getRequestContextPath() + "/security.xhtml");
    }
  }

  /** Whether the step could be taken; else the page says why not. */
  boolean attempt(Runnable step) {
    try {
      step.run();
      return true;
    } catch (ProblemException e) {
      notices.problem(e);
      return false;
    }
  }

  UUID signIn() {
    return signedIn.signIn();
  }

  UUID account() {
    return signedIn.required().account();
  }

  /** What the page is about: codes, begun, enrolled or none. */
  public String getState() {
    if (!getCodes().isEmpty()) {
      return "codes";
    }
    if (getBegun() != null) {
      return "begun";
    }
    return getStatus().hasProgram() ? "enrolled" : "none";
  }

  public FactorStatus getStatus() {
    var known = status;
    if (known == null) {
      known = factors.status(account());
      status = known;
    }
    return known;
  }

  public @Nullable Enrolment getBegun() {
    if (begun == null) {
      begun = factors.findBegun(account()).orElse(null);
    }
    return begun;
  }

  public QrCode getQr() {
    var shown = getBegun();
    if (shown == null) {
      throw ProblemException.notFound();
    }
    return QrCode.of(shown.otpauthUri());
  }

  /** In groups of four, as people type them. */
  public String getSecret() {
    var shown = getBegun();
    return shown == null ? "" : shown.secret().replaceAll("(.{4})(?=.)", "$1 ");
  }

  @SuppressWarnings("unchecked") // what confirm left there
  public List<String> getCodes() {
    var known = codes;
    if (known == null) {
      known = notices.take(CODES, ArrayList.class).orElseGet(ArrayList::new);
      codes = known;
    }
    return known;
  }

  /** Whether nothing else opens before. */
  public boolean isDue() {
    return enrolment.isDue();
  }

  /** Never written back into the page. */
  public @Nullable String getCode() {
    return null;
  }

  public void setCode(@Nullable String code) {
    this.code = code;
  }
}
