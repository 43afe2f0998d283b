package com.movierecap.portal.identity;

import com.movierecap.tenancy.TenantContext;
import com.movierecap.tenancy.TenantHost;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Binds the signed-in session's tenant to the request's thread. A session that belongs to another
 * tenant than the host names, or a principal without a session of ours, is worth nothing: it ends,
 * and its reader may sign in. So does one whose reader comes to the sign-in page again.
 */
public class TenantFilter extends HttpFilter {
  private static final String SIGN_IN = "/sign-in.xhtml";
  private static final String RESOURCES = "/jakarta.faces.resource/";
  private static final String ERRORS = "/error/";

  @Inject private SignedIn signedIn;
  @Inject private TenantHost host;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var path = request.getServletPath();
    if (path.startsWith(RESOURCES) || path.startsWith(ERRORS)) {
      chain.doFilter(request, response);
      return;
    }
    var who = request.getSession(false) == null ? Optional.<SignedIn.Who>empty() : signedIn.who();
    var principal = request.getUserPrincipal();
    if (who.isEmpty() && principal == null) {
      if (path.equals(SIGN_IN) && request.getMethod().equals("GET")) {
        // one that was signed out elsewhere would end the session that begins here
        SignOut.forgetToken(request, response);
      }
      chain.doFilter(request, response);
      return;
    }
    if (who.isEmpty()
        || path.equals(SIGN_IN)
        || !belongsHere(who.get(), request)
        || principal != null && !principal.getName().equals(who.get().account().toString())) {
      SignOut.leave(request, response);
      response.sendRedirect(request.getContextPath() + SIGN_IN);
      return;
    }
    work(who.get(), request, response, chain);
  }

  private boolean belongsHere(SignedIn.Who who, HttpServletRequest request) {
    return host.tenantOf(request.getServerName()).map(who.tenantSlug()::equals).orElse(true);
  }

  private static void work(
      SignedIn.Who who, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      TenantContext.call(
          who.tenant(),
          () -> {
            chain.doFilter(request, response);
            return true;
          });
    } catch (IOException | ServletException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }
}
