package com.movierecap.portal.identity;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.kernel.TenantContext;
import com.movierecap.portal.error.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Takes address and password, within the organisation that the host or the reader names. */
@Named("signIn")
@RequestScoped
public class SignInPage {
  @Inject private SecurityContext security;
  @Inject private Organisation organisation;
  @Inject private Arrival arrival;
  @Inject private Notices notices;
  @Inject private Welcome welcome;

  private @Nullable String email;
  private @Nullable String password;

  public void submit() throws Exception {
    var external = FacesContext.getCurrentInstance().getExternalContext();
    var request = (HttpServletRequest) external.getRequest();
    var response = (HttpServletResponse) external.getResponse();
    try {
      var tenant = organisation.resolve();
      organisation.remember(response);
      // before, since afterwards the answer may already be on its way
      request.changeSessionId();
      var status = TenantContext.call(tenant.id(), () -> authenticate(request, response));
      var account =
          arrival.account().orElseThrow(() -> new ProblemException(ProblemType.WRONG_CREDENTIALS));
      welcome.in(tenant, account);
      if (status == AuthenticationStatus.SEND_CONTINUE) {
        FacesContext.getCurrentInstance().responseComplete();
      } else {
        external.redirect(WantedPage.take(request, response));
      }
    } catch (ProblemException e) {
      // the mechanism said 401; the page itself is fine, and says what was wrong
      response.setStatus(HttpServletResponse.SC_OK);
      notices.problem(e);
    }
  }

  private AuthenticationStatus authenticate(
      HttpServletRequest request, HttpServletResponse response) {
    var credential =
        new UsernamePasswordCredential(
            email == null ? "" : email, password == null ? "" : password);
    return security.authenticate(
        request, response, AuthenticationParameters.withParams().credential(credential));
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
