package com.movierecap.portal.sso;

import com.movierecap.portal.session.SavedRequest;
import com.movierecap.portal.session.SessionEnd;
import com.movierecap.portal.signin.Organisation;
import com.movierecap.portal.signin.PendingSignIn;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Before the sign-in page: whoever wants a page of an organisation that has no other way in is sent
 * to its provider at once. Whoever comes to the sign-in page itself, as after signing out, stays
 * there, or else nobody could sign out. So does whoever must be told that their session is over.
 */
public class SsoFilter extends HttpFilter {
  @Inject private Organisation organisation;
  @Inject private SsoOffer offer;
  @Inject private PendingSignIn pending;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getMethod().equals("GET")) {
      if (request.getParameter(Organisation.PARAMETER) != null) {
        organisation.remember(response);
      } else if (request.getParameter(SessionEnd.PARAMETER) == null
          && SavedRequest.isThere(request)
          && !isPending(request)
          && offer.isOnly()) {
        response.sendRedirect(offer.getStart());
        return;
      }
    }
    chain.doFilter(request, response);
  }

  private boolean isPending(HttpServletRequest request) {
    return request.getSession(false) != null && pending.isThere();
  }
}
