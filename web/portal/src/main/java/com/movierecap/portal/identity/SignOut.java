package com.movierecap.portal.identity;

import com.movierecap.identity.session.SignIns;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Ends the session, by a form's POST only. */
@Named("signOut")
@RequestScoped
public class SignOut {
  private static final String TOKEN = "LtpaToken2";

  @Inject private SignedIn signedIn;
  @Inject private SignIns signIns;

  public void submit() throws ServletException, IOException {
    if (signedIn.who().isPresent()) {
      signIns.signOut(signedIn.signIn());
    }
    var external = FacesContext.getCurrentInstance().getExternalContext();
    leave((HttpServletRequest) external.getRequest(), (HttpServletResponse) external.getResponse());
    external.redirect(external.getRequestContextPath() + "/sign-in.xhtml");
  }

  /**
   * Ends session and token. The browser must forget the token too: Liberty remembers that it was
   * signed out, and ends the session of every request that still brings it.
   */
  static void leave(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    request.logout();
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    forgetToken(request, response);
  }

  static void forgetToken(HttpServletRequest request, HttpServletResponse response) {
    var token = new Cookie(TOKEN, "");
    token.setPath(request.getContextPath());
    token.setMaxAge(0);
    token.setHttpOnly(true);
    response.addCookie(token);
  }
}
