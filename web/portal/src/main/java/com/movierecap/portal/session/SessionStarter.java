package com.movierecap.portal.session;

import com.movierecap.access.CallContext;
import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.identity.session.Sessions;
import com.movierecap.identity.session.SignIn;
import com.movierecap.identity.session.SignInResult;
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
import java.util.UUID;

/** Makes a session somebody's, and leads them to the page they wanted. */
@RequestScoped
public class SessionStarter {
  @Inject private SecurityContext security;
  @Inject private SignedIn signedIn;
  @Inject private Sessions sessions;
  @Inject private ActiveLanguage language;
  @Inject private IdleTimer presence;

  public void in(TenantRef tenant, SignInResult.SignedIn who) throws IOException {
    var context = FacesContext.getCurrentInstance();
    var external = context.getExternalContext();
    in(
        tenant,
        who,
        (HttpServletRequest) external.getRequest(),
        (HttpServletResponse) external.getResponse());
    context.responseComplete();
  }

  /** As {@link #in(TenantRef, SignInResult.SignedIn)}, outside of Faces. */
  public void in(
      TenantRef tenant,
      SignInResult.SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    authenticate(who.account().id(), who.account().role(), request, response);
    CallContext.in(tenant.id())
        .writing()
        .run(() -> signedIn.as(tenant, sessions.begin(who, SignIn.Kind.PORTAL)));
    presence.begin(request.getSession());
    if (who.impersonation() == null) {
      who.account().locale().ifPresent(language::accountReads);
    }
    SessionEnd.forget(response);
    response.sendRedirect(SavedRequest.take(request, response));
  }

  /** Ends an operator's time in somebody's place; they go on as themself, where they were. */
  void back(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var operator = signedIn.operator().orElseThrow();
    var left = signedIn.required().tenant();
    // by the operator's own right, not by that of the person whose place they had
    CallContext.in(left)
        .writing()
        .by(Origin.current().with(operator.who().role().groups()))
        .run(() -> sessions.signOut(signedIn.signIn()));
    authenticate(operator.who().account(), operator.who().role(), request, response);
    signedIn.asOperator(operator);
    response.sendRedirect(request.getContextPath() + "/admin/tenant.xhtml?id=" + left);
  }

  private void authenticate(
      UUID account, Role role, HttpServletRequest request, HttpServletResponse response) {
    request.getSession();
    request.changeSessionId();
    var status =
        security.authenticate(
            request,
            response,
            AuthenticationParameters.withParams()
                .newAuthentication(true)
                .credential(new AccountStore.Proven(account, role)));
    if (status != AuthenticationStatus.SUCCESS) {
      throw new IllegalStateException("the container did not let " + status);
    }
  }
}
