package com.movierecap.portal.identity;

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
    request.getSession();
    // before, since afterwards the answer may already be on its way
    request.changeSessionId();
    var status =
        security.authenticate(
            request,
            response,
            AuthenticationParameters.withParams()
                .credential(new AccountStore.Proven(entrance.account())));
    if (status != AuthenticationStatus.SUCCESS && status != AuthenticationStatus.SEND_CONTINUE) {
      throw new IllegalStateException("the container did not let " + status);
    }
    TenantContext.run(
        tenant.id(),
        () ->
            signedIn.as(
                tenant, entrance.account(), signIns.begin(entrance, SignIn.Kind.PORTAL).id()));
    entrance.account().locale().ifPresent(language::accountReads);
    if (status != AuthenticationStatus.SEND_CONTINUE) {
      response.sendRedirect(WantedPage.take(request, response));
    }
  }
}
