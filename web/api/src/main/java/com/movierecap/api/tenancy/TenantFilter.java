package com.movierecap.api.tenancy;

import com.movierecap.tenancy.TenantContext;
import com.movierecap.tenancy.TenantHost;
import com.movierecap.tenancy.TenantService;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Binds the request's tenant to its thread. Host, header, path and token may each name one, and all
 * that do must mean the same.
 */
public class TenantFilter extends HttpFilter {
  public static final String HEADER = "X-Tenant-ID";

  /** The token's claim that holds the tenant's id. */
  public static final String CLAIM = "tenant_id";

  @Inject private TenantService tenants;
  @Inject private TenantHost host;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var names = names(request);
    if (names.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    var tenant = tenants.resolve(names);
    try {
      TenantContext.call(
          tenant.id(),
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

  private List<String> names(HttpServletRequest request) {
    var names = new ArrayList<String>();
    host.tenantOf(request.getServerName()).ifPresent(names::add);
    var header = request.getHeader(HEADER);
    if (header != null) {
      names.add(header);
    }
    TenantPath.tenantOf(request.getRequestURI()).ifPresent(names::add);
    if (request.getUserPrincipal() instanceof JsonWebToken token) {
      token.claim(CLAIM).ifPresent(claim -> names.add(plain(claim)));
    }
    return names;
  }

  /** A claim may come as text or as a JSON string with its quotes. */
  private static String plain(Object claim) {
    return claim.toString().replace("\"", "");
  }
}
