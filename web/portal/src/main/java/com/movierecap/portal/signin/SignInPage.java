package com.movierecap.portal.signin;

import com.movierecap.access.CallContext;
import com.movierecap.identity.session.Doorkeeper;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.portal.error.Notices;
import com.movierecap.portal.page.Pages;
import com.movierecap.portal.session.Welcome;
import com.movierecap.tenancy.TenantRef;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Takes address and password, within the organisation that the host or the reader names. Whoever
 * has a second factor is then asked for a code, and is nobody until it is right.
 */
@Named("signIn")
@RequestScoped
public class SignInPage {
  @Inject private Doorkeeper door;
  @Inject private Organisation organisation;
  @Inject private PendingSignIn pending;
  @Inject private Notices notices;
  @Inject private Welcome welcome;

  private @Nullable String email;
  private @Nullable String password;

  public void submit() throws Exception {
    var external = FacesContext.getCurrentInstance().getExternalContext();
    pending.end();
    try {
      var tenant = organisation.resolve();
      organisation.remember((HttpServletResponse) external.getResponse());
      if (CallContext.in(tenant.id()).writing().call(() -> recognise(tenant))) {
        request().changeSessionId();
        Pages.open("/sign-in.xhtml");
      }
    } catch (ProblemException e) {
      notices.problem(e);
      // whoever left it empty is taken for an operator, and mostly is none
      if (e.type() == ProblemType.WRONG_CREDENTIALS && !organisation.isKnown()) {
        notices.field("sign-in.organisation.empty", "organisation");
      }
    }
  }

  /** Lets the person in, or remembers who it is and says that a code is needed. */
  private boolean recognise(TenantRef tenant) throws Exception {
    var account =
        door.recognise(
            email == null ? "" : email, (password == null ? "" : password).toCharArray());
    try {
      var device = DeviceCookie.of(request(), account.id());
      welcome.in(tenant, door.enter(account.id(), null, device));
      return false;
    } catch (ProblemException e) {
      if (e.type() != ProblemType.SECOND_FACTOR_REQUIRED) {
        throw e;
      }
      pending.begin(tenant.id(), account.id());
      return true;
    }
  }

  private static HttpServletRequest request() {
    return (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
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
