package com.movierecap.portal.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Whoever wants a page and is nobody yet is sent to the sign-in page, and from there on. The
 * session says who somebody is, at each request: what the container would remember of them, it
 * forgets while they read a long page.
 */
@LoginToContinue(loginPage = "/sign-in.xhtml", errorPage = "", useForwardToLogin = false)
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {
  @Inject private IdentityStoreHandler stores;
  @Inject private SignedIn signedIn;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    var credential = context.getAuthParameters().getCredential();
    if (credential != null) {
      return context.notifyContainerAboutLogin(stores.validate(credential));
    }
    var who = request.getSession(false) == null ? null : signedIn.getWho();
    return who == null
        ? context.doNothing()
        : context.notifyContainerAboutLogin(who.account().toString(), who.role().groups());
  }
}
