package com.movierecap.portal.sso;

import com.movierecap.identity.sso.PendingAuthorization;
import com.movierecap.identity.sso.PendingAuthorizations;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.portal.session.SignedIn;
import com.movierecap.tenancy.TenantDirectory;
import com.movierecap.tenancy.TenantHost;
import com.movierecap.tenancy.TenantRef;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * Where the provider sends the browser back to. The tenant is the one that the sign-in was begun
 * for; a host of another tenant's is no place to end it.
 */
@WebServlet("/sso/callback")
public class SsoCallback extends HttpServlet {
  @Inject private PendingAuthorizations attempts;
  @Inject private TenantDirectory tenants;
  @Inject private TenantHost host;
  @Inject private SignedIn signedIn;
  @Inject private SsoArrival arrival;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    var browser = SsoCookie.take(request, response);
    if (signedIn.who().isPresent()) {
      response.sendRedirect(request.getContextPath() + "/");
      return;
    }
    try {
      var attempt = attempts.take(request.getParameter("state"), browser);
      arrival.finish(tenant(attempt, request), attempt, request, response);
    } catch (ProblemException e) {
      SsoStart.sorry(e, request, response);
    }
  }

  private TenantRef tenant(PendingAuthorization attempt, HttpServletRequest request) {
    var tenant = tenants.resolve(List.of(attempt.tenant().toString()));
    host.tenantOf(request.getServerName())
        .ifPresent(
            name -> {
              if (!tenants.resolve(List.of(name)).id().equals(tenant.id())) {
                throw new ProblemException(ProblemType.SSO_FAILED);
              }
            });
    return tenant;
  }
}
