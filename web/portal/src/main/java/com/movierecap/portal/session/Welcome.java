package com.movierecap.portal.session;

import com.movierecap.access.CallContext;
import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.identity.session.Entrance;
import com.movierecap.identity.session.SignIn;
import com.movierecap.identity.session.SignIns;
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
public class Welcome {
  @Inject private SecurityContext security;
  @Inject private SignedIn signedIn;
  @Inject private SignIns signIns;
  @Inject private ActiveLanguage language;
  @Inject private Presence presence;

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
  public void in(
      TenantRef tenant, Entrance entrance, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    authenticate(entrance.account().id(), entrance.account().role(), request, response);
    CallContext.in(tenant.id())
        .writing()
        .run(() -> signedIn.as(tenant, signIns.begin(entrance, SignIn.Kind.PORTAL)));
    presence.begin(request.getSession());
    if (entrance.impersonation() == null) {
      entrance.account().locale().ifPresent(language::accountReads);
    }
    Over.forget(response);
    response.sendRedirect(WantedPage.take(request, response));
  }

  /** Ends an operator's time in somebody's place; they go on as themself, where they were. */
  void back(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var operator = signedIn.operator().orElseThrow();
    var left = signedIn.required().tenant();
    // by the operator's own right, not by that of the person whose place they had
    CallContext.in(left)
        .writing()
        .by(Origin.current().with(operator.who().role().groups()))
        .run(() -> signIns.signOut(signedIn.signIn()));
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
