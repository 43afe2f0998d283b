package com.movierecap.portal.signin;

import com.movierecap.identity.session.SignInService;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.portal.error.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Takes address and password, within the organisation that the host or the reader names. Whoever
 * has a second factor is then asked for a code, and is nobody until it is right.
 */
@Named("signIn")
@RequestScoped
public class SignInPage {
  @Inject private SignInService signIn;
  @Inject private Organisation organisation;
  @Inject private PendingSignIn pending;
  @Inject private Notices notices;
  @Inject private SignInSteps steps;

  private @Nullable String email;
  private @Nullable String password;

  public void submit() throws IOException {
    var external = FacesContext.getCurrentInstance().getExternalContext();
    pending.end();
    try {
      var tenant = organisation.resolve();
      organisation.remember((HttpServletResponse) external.getResponse());
      steps.first(tenant, () -> signIn.password(written(email), written(password).toCharArray()));
    } catch (ProblemException e) {
      notices.problem(e);
      // whoever left it empty is taken for an operator, and mostly is none
      if (e.type() == ProblemType.WRONG_CREDENTIALS && !organisation.isKnown()) {
        notices.field("sign-in.organisation.empty", "organisation");
      }
    }
  }

  private static String written(@Nullable String text) {
    return text == null ? "" : text;
  }

  public @Nullable String getEmail() {
    return email;
  }

  public void setEmail(@Nullable String email) {
    this.email = email;
  }

  /** Never written back into the page. */
  public @Nullable String getPassword() {
    return null;
  }

  public void setPassword(@Nullable String password) {
    this.password = password;
  }
}
