package com.movierecap.portal.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Ends the session, by a form's POST only. */
@Named("signOut")
@RequestScoped
public class SignOut {
  public void submit() throws ServletException, IOException {
    var external = FacesContext.getCurrentInstance().getExternalContext();
    leave((HttpServletRequest) external.getRequest());
    external.redirect(external.getRequestContextPath() + "/sign-in.xhtml");
  }

  static void leave(HttpServletRequest request) throws ServletException {
    request.logout();
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
