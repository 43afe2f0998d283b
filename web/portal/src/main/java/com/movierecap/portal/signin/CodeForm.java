package com.movierecap.portal.signin;

import com.movierecap.identity.factor.RememberedDevices;
import com.movierecap.identity.session.SignInResult;
import com.movierecap.identity.session.SignInResult.SignedIn;
import com.movierecap.identity.session.SignInService;
import com.movierecap.kernel.ProblemException;
import com.movierecap.portal.error.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The second step of signing in: a code of the second factor, or one for recovery. */
@Named("signInCode")
@RequestScoped
public class CodeForm {
  @Inject private SignInService signIn;
  @Inject private RememberedDevices devices;
  @Inject private PendingSignIn pending;
  @Inject private SignInSteps steps;
  @Inject private Notices notices;

  private @Nullable String code;
  private @Nullable String recovery;
  private boolean remember;

  public void submit() throws IOException {
    show(code);
  }

  public void recover() throws IOException {
    show(recovery);
  }

  private void show(@Nullable String otp) throws IOException {
    try {
      steps.second(first -> remembered(signIn.code(first, otp)));
    } catch (ProblemException e) {
      notices.problem(e);
    }
  }

  /** Remembers the browser of somebody who has just shown their factor, if they wish. */
  private SignInResult remembered(SignInResult result) {
    if (remember && result instanceof SignedIn in && in.strong()) {
      var external = FacesContext.getCurrentInstance().getExternalContext();
      DeviceCookie.give(
          (HttpServletResponse) external.getResponse(),
          in.account().id(),
          devices.remember(in.account()));
    }
    return result;
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
  public boolean isOffered() {
    return pending.who().filter(who -> who.needed().methods().codes()).isPresent();
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
