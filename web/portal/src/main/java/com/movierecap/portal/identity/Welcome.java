package com.movierecap.portal.identity;

import com.movierecap.audit.Origin;
import com.movierecap.identity.Account;
import com.movierecap.identity.Accounts;
import com.movierecap.identity.session.Entrance;
import com.movierecap.identity.session.SignIn;
import com.movierecap.identity.session.SignIns;
import com.movierecap.kernel.TenantContext;
import com.movierecap.portal.language.ActiveLanguage;
import com.movierecap.tenancy.TenantRef;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Makes a session somebody's, and leads them to the page they wanted. */
@RequestScoped
public class Welcome {
  @Inject private SecurityContext security;
  @Inject private SignedIn signedIn;
  @Inject private Accounts accounts;
  @Inject private SignIns signIns;
  @Inject private ActiveLanguage language;

  public void in(TenantRef tenant, Entrance entrance) throws IOException {
    var context = FacesContext.getCurrentInstance();
    var external = context.getExternalContext();
    in(
        tenant,
        entrance,
        (HttpServletRequest) external.getRequest(),
        (HttpServletResponse) external.getResponse());
    context.responseComplete();
  }

  /** As {@link #in(TenantRef, Entrance)}, outside of Faces. */
  void in(
      TenantRef tenant, Entrance entrance, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var led = authenticate(entrance.account(), request, response);
    TenantContext.run(
        tenant.id(), () -> signedIn.as(tenant, signIns.begin(entrance, SignIn.Kind.PORTAL)));
    if (entrance.impersonation() == null) {
      entrance.account().locale().ifPresent(language::accountReads);
    }
    if (!led) {
      response.sendRedirect(WantedPage.take(request, response));
    }
  }

  /** Ends an operator's time in somebody's place; they go on as themself, where they were. */
  void back(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var operator = signedIn.operator().orElseThrow();
    var left = signedIn.required().tenant();
    var account =
        Origin.current()
            .with(operator.who().role().groups())
            .supply(
                () -> {
                  TenantContext.run(left, () -> signIns.signOut(signedIn.signIn()));
                  return TenantContext.as(
                      operator.who().tenant(), () -> accounts.get(operator.who().account()));
                });
    authenticate(account, request, response);
    signedIn.asOperator(operator);
    response.sendRedirect(request.getContextPath() + "/admin/tenant.xhtml?id=" + left);
  }

  /**
   * @return whether the answer leads on already
   */
  private boolean authenticate(
      Account account, HttpServletRequest request, HttpServletResponse response) {
    request.getSession();
    // before, since afterwards the answer may already be on its way
    request.changeSessionId();
    var status =
        security.authenticate(
            request,
            response,
            AuthenticationParameters.withParams()
                .newAuthentication(true)
                .credential(new AccountStore.Proven(account)));
    if (status != AuthenticationStatus.SUCCESS && status != AuthenticationStatus.SEND_CONTINUE) {
      throw new IllegalStateException("the container did not let " + status);
    }
    return status == AuthenticationStatus.SEND_CONTINUE;
  }
}
