package com.movierecap.portal.signin;

import com.movierecap.access.CallContext;
import com.movierecap.identity.session.Doorkeeper;
import com.movierecap.identity.session.Entrance;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.portal.error.Notices;
import com.movierecap.portal.session.Welcome;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The second step of signing in: a code of the second factor, or one for recovery. */
@Named("signInCode")
@RequestScoped
public class CodeForm {
  @Inject private Doorkeeper door;
  @Inject private PendingSignIn pending;
  @Inject private Organisation organisation;
  @Inject private Notices notices;
  @Inject private Welcome welcome;

  private @Nullable String code;
  private @Nullable String recovery;
  private boolean remember;

  public void submit() throws Exception {
    enter(code);
  }

  public void recover() throws Exception {
    enter(recovery);
  }

  private void enter(@Nullable String otp) throws Exception {
    try {
      var who = pending.required();
      var tenant = organisation.at(who.tenant());
      var entrance =
          CallContext.in(tenant.id())
              .writing()
              .get(() -> entered(who.account(), otp == null ? "" : otp));
      pending.end();
      welcome.in(tenant, entrance);
    } catch (ProblemException e) {
      if (e.type() != ProblemType.SECOND_FACTOR_WRONG
          && e.type() != ProblemType.SECOND_FACTOR_REQUIRED) {
        pending.end();
      }
      notices.problem(e);
    }
  }

  private Entrance entered(UUID account, String otp) {
    var entrance = door.enter(account, otp, null);
    if (remember) {
      var external = FacesContext.getCurrentInstance().getExternalContext();
      DeviceCookie.give(
          (HttpServletResponse) external.getResponse(), account, door.remember(entrance));
    }
    return entrance;
  }

  /** Back to address and password. */
  public void again() {
    pending.end();
  }

  /** Whether a code is what is missing. */
  public boolean isAsked() {
    return pending.isThere();
  }

  /** Whether whoever is at the door has a program for codes. */
  public boolean isOffered() throws Exception {
    var who = pending.who();
    return who.isPresent()
        && CallContext.in(who.get().tenant())
            .reading()
            .get(() -> door.makesCodes(who.get().account()));
  }

  /** Never written back into the page. */
  public @Nullable String getCode() {
    return null;
  }

  public void setCode(@Nullable String code) {
    this.code = code;
  }

  /** Nor is this. */
  public @Nullable String getRecovery() {
    return null;
  }

  public void setRecovery(@Nullable String recovery) {
    this.recovery = recovery;
  }

  /** Whether this browser need not show a code again for a while. */
  public boolean isRemember() {
    return remember;
  }

  public void setRemember(boolean remember) {
    this.remember = remember;
  }
}
