package com.movierecap.portal.session;

import com.movierecap.access.CallContext;
import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.identity.session.SessionCache;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Asks at each request whether the session still goes on, and what it may do: it may have been
 * ended from elsewhere, and a tenant can ask for second factors while its people are signed in.
 * Whoever then has none sees one page, where they get one. A session that never showed the factor
 * its account has by now is over, and so is one whose owner's role has changed, since the container
 * knows the old one. An operator whose time in somebody's place is over goes on as themself.
 */
public class SessionFilter extends HttpFilter {
  private static final String PAGE = "/security.xhtml";
  private static final String LANGUAGE = "/language";
  private static final String RESOURCES = "/jakarta.faces.resource/";
  private static final String ERRORS = "/error/";
  private static final String MEDIA = "/media";
  private static final String PROGRESS = "/progress";

  @Inject private SignedIn signedIn;
  @Inject private SessionCache sessions;
  @Inject private IdleTimer presence;
  @Inject private EnrolmentDue enrolment;
  @Inject private ExpiredSession ending;

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
    var role = signedIn.required().role().groups();
    var groups =
        presence.over().isPresent() ? Set.<String>of() : sessions.groups(signedIn.signIn(), role);
    if (groups.isEmpty() && !isPage(request)) {
      ending.askForThePage(request, response);
    } else if (groups.equals(role)) {
      if (isPage(request)) {
        presence.act();
      }
      work(groups, request, response, chain);
    } else if (groups.contains(Role.ENROL)) {
      enrolment.now();
      if (path.equals(PAGE) || path.equals(LANGUAGE) || path.equals(SessionServlet.PATH)) {
        if (isPage(request)) {
          presence.act();
        }
        work(groups, request, response, chain);
      } else {
        response.sendRedirect(request.getContextPath() + PAGE);
      }
    } else {
      ending.come(request, response);
    }
  }

  /** Whether somebody does something: no page loads media or asks for its parts without them. */
  private static boolean isPage(HttpServletRequest request) {
    var path = request.getServletPath();
    var asked =
        path.equals(PROGRESS)
            || path.equals(SessionServlet.PATH) && request.getMethod().equals("GET");
    return !asked
        && !path.startsWith(MEDIA)
        && !UserActivityListener.isPart(request)
        && !UserActivityListener.isByItself(request);
  }

  /** Only what is asked for here opens the services. */
  private static void work(
      Set<String> groups,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    var known = CallContext.current().by(Origin.current().with(groups));
    try (var bound = known.open()) {
      chain.doFilter(request, response);
    }
  }
}
