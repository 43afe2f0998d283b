package com.movierecap.portal.sso;

import com.movierecap.access.CallContext;
import com.movierecap.identity.sso.OidcLogin;
import com.movierecap.kernel.ProblemException;
import com.movierecap.portal.error.ErrorPage;
import com.movierecap.portal.session.SignedIn;
import com.movierecap.portal.signin.Organisation;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;

/** Sends the browser to its organisation's provider. */
@WebServlet("/sso/start")
public class SsoStart extends HttpServlet {
  @Inject private Organisation organisation;
  @Inject private OidcLogin login;
  @Inject private SignedIn signedIn;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (signedIn.who().isPresent()) {
      response.sendRedirect(request.getContextPath() + "/");
      return;
    }
    try {
      var tenant = organisation.resolve();
      organisation.remember(response);
      var departure =
          CallContext.in(tenant.id()).writing().get(() -> login.begin(callback(request)));
      SsoCookie.give(response, departure.browser());
      response.sendRedirect(departure.provider().toString());
    } catch (ProblemException e) {
      sorry(e, request, response);
    }
  }

  /** At the host that the reader sees. */
  private static URI callback(HttpServletRequest request) {
    return URI.create(request.getRequestURL().toString())
        .resolve(request.getContextPath() + "/sso/callback");
  }

  /** A page that says why it did not work, and leads back to the door. */
  static void sorry(
      ProblemException problem, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.setStatus(problem.type().status());
    problem
        .retryAfter()
        .ifPresent(seconds -> response.setHeader("Retry-After", seconds.toString()));
    request.setAttribute(ErrorPage.PROBLEM, problem);
    request.getRequestDispatcher("/error/sso.xhtml").forward(request, response);
  }
}
