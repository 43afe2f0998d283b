package com.movierecap.portal.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Whoever wants a page and is nobody yet is sent to the sign-in page, and from there on. The
 * session alone says who somebody is, at each request: what the container's own mechanism
 * remembers, it forgets when nobody asks for a page for some minutes, and it keeps that behind a
 * second cookie, which opens other applications too.
 */
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {
  @Inject private IdentityStoreHandler stores;
  @Inject private SignedIn signedIn;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    if (context.isAuthenticationRequest() && context.getAuthParameters().getCredential() != null) {
      return context.notifyContainerAboutLogin(
          stores.validate(context.getAuthParameters().getCredential()));
    }
    var who = request.getSession(false) == null ? null : signedIn.getWho();
    if (who != null) {
      return context.notifyContainerAboutLogin(who.account().toString(), who.role().groups());
    }
    return context.isProtected() ? toTheDoor(request, response) : context.doNothing();
  }

  private static AuthenticationStatus toTheDoor(
      HttpServletRequest request, HttpServletResponse response) {
    try {
      SavedRequest.remember(request, response);
      var page = SessionEnd.told(request).map(SessionEnd::address).orElse("/sign-in.xhtml");
      response.sendRedirect(request.getContextPath() + page);
      return AuthenticationStatus.SEND_CONTINUE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
