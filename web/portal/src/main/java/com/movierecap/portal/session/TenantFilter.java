package com.movierecap.portal.session;

import com.movierecap.access.CallContext;
import com.movierecap.access.Origin;
import com.movierecap.kernel.Ids;
import com.movierecap.kernel.ProblemException;
import com.movierecap.portal.error.ErrorPage;
import com.movierecap.tenancy.TenantDirectory;
import com.movierecap.tenancy.TenantHost;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Binds the signed-in session's tenant to the request's thread. A session that belongs to another
 * tenant than the host names is worth nothing: it ends, and its reader may sign in. So does one
 * whose reader comes to the sign-in page again. A tenant that is unknown, suspended or deleted has
 * one page, which says so.
 */
public class TenantFilter extends HttpFilter {
  private static final String SIGN_IN = "/sign-in.xhtml";
  private static final String RESOURCES = "/jakarta.faces.resource/";
  private static final String ERRORS = "/error/";
  private static final String TENANT_ERROR = "/error/tenant.xhtml";

  @Inject private SignedIn signedIn;
  @Inject private TenantHost host;
  @Inject private TenantDirectory tenants;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var path = request.getServletPath();
    if (path.startsWith(RESOURCES) || path.startsWith(ERRORS)) {
      work(null, somebody(request), request, response, chain);
      return;
    }
    var who = request.getSession(false) == null ? Optional.<SignedIn.Who>empty() : signedIn.who();
    try {
      mustWork(who, request);
    } catch (ProblemException e) {
      if (who.isPresent()) {
        SignOut.forget(request);
      }
      response.setStatus(e.type().status());
      request.setAttribute(ErrorPage.PROBLEM, e);
      request.getRequestDispatcher(TENANT_ERROR).forward(request, response);
      return;
    }
    if (who.isEmpty()) {
      work(null, somebody(request), request, response, chain);
      return;
    }
    if (path.equals(SIGN_IN) || !belongsHere(request)) {
      SignOut.forget(request);
      response.sendRedirect(request.getContextPath() + SIGN_IN);
      return;
    }
    var known = who.get();
    work(known.tenant(), origin(known, request), request, response, chain);
  }

  /** The host's tenant and the session's, each by itself: a session of another is no error. */
  private void mustWork(Optional<SignedIn.Who> who, HttpServletRequest request) {
    host.tenantOf(request.getServerName()).ifPresent(name -> tenants.resolve(List.of(name)));
    who.ifPresent(known -> tenants.resolve(List.of(known.tenant().toString())));
  }

  private Origin origin(SignedIn.Who who, HttpServletRequest request) {
    var acting = acting();
    var origin = somebody(request).as(acting.account(), acting.tenant(), acting.email());
    return acting.equals(who) ? origin : origin.inPlaceOf(who.email());
  }

  /** Whose browser it is: an operator's stays theirs while they are in somebody's place. */
  private SignedIn.Who acting() {
    return signedIn.operator().map(SignedIn.Operator::who).orElseGet(signedIn::required);
  }

  private boolean belongsHere(HttpServletRequest request) {
    var who = acting();
    return host.tenantOf(request.getServerName())
        .flatMap(tenants::find)
        .map(tenant -> tenant.id().equals(who.tenant()))
        .orElse(true);
  }

  private static Origin somebody(HttpServletRequest request) {
    return Origin.somebody(
        request.getRemoteAddr(), request.getHeader("User-Agent"), Ids.next().toString());
  }

  private static void work(
      @Nullable UUID tenant,
      Origin origin,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    var context = CallContext.in(tenant).by(origin);
    var reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    try (var bound = (reads ? context.reading() : context).open()) {
      chain.doFilter(request, response);
    }
  }
}
