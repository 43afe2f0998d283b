package com.movierecap.portal.identity;

import com.movierecap.identity.session.SignIns;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Asks at each request what the session may do, as {@code /api/auth/refresh} does: a tenant can ask
 * for second factors while its people are signed in. Whoever then has none sees one page, where
 * they get one. A session that never showed the factor its account has by now is over.
 */
public class FactorFilter extends HttpFilter {
  private static final String PAGE = "/security.xhtml";
  private static final String LANGUAGE = "/language";
  private static final String RESOURCES = "/jakarta.faces.resource/";
  private static final String ERRORS = "/error/";

  @Inject private SignedIn signedIn;
  @Inject private SignIns signIns;
  @Inject private EnrolmentDue enrolment;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var path = request.getServletPath();
    var open = path.startsWith(RESOURCES) || path.startsWith(ERRORS);
    if (open || request.getSession(false) == null || signedIn.who().isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    switch (signIns.standing(signedIn.required().account(), signedIn.isFactored())) {
      case FULL -> chain.doFilter(request, response);
      case ENROLLING -> {
        enrolment.now();
        if (path.equals(PAGE) || path.equals(LANGUAGE)) {
          chain.doFilter(request, response);
        } else {
          response.sendRedirect(request.getContextPath() + PAGE);
        }
      }
      case ENDED -> {
        SignOut.leave(request, response);
        response.sendRedirect(request.getContextPath() + "/sign-in.xhtml");
      }
    }
  }
}
