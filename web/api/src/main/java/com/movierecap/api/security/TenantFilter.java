package com.movierecap.api.security;

import com.movierecap.access.CallContext;
import com.movierecap.access.Origin;
import com.movierecap.api.RequestId;
import com.movierecap.identity.key.ApiKeyAuthenticator;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.tenancy.TenantDirectory;
import com.movierecap.tenancy.TenantHost;
import com.movierecap.usage.ApiCalls;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Binds the request's tenant to its thread, and who asks. Host, header, path and token or key may
 * each name a tenant, and all that do must mean the same. What only reads can only read.
 */
public class TenantFilter extends HttpFilter {
  public static final String HEADER = "X-Tenant-ID";

  /** The token's claim that holds the tenant's id. */
  public static final String CLAIM = "tenant_id";

  /** Methods that change nothing. */
  public static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  @Inject private TenantDirectory tenants;
  @Inject private TenantHost host;
  @Inject private ApiCalls calls;
  @Inject private ApiKeyAuthenticator keys;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    openKey(request);
    var names = names(request);
    var tenant = names.isEmpty() ? null : tenants.resolve(names).id();
    if (tenant != null && isOurs(request)) {
      calls.count(tenant);
    }
    var context = CallContext.in(tenant).by(origin(request));
    var reads = READING.contains(request.getMethod());
    try (var bound = (reads ? context.reading() : context).open()) {
      chain.doFilter(request, response);
    }
  }

  /**
   * @throws ProblemException where the request brings a key that opens nothing, or a token as well
   */
  private void openKey(HttpServletRequest request) {
    var key = request.getHeader(ApiKeyFilter.HEADER);
    if (key == null) {
      return;
    }
    if (request.getUserPrincipal() instanceof JsonWebToken) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, ApiKeyFilter.HEADER);
    }
    ApiKeyFilter.belongsTo(keys.open(key), request);
  }

  private static boolean isOurs(HttpServletRequest request) {
    var path = request.getRequestURI();
    return path.startsWith("/api/") || path.startsWith("/tenant/");
  }

  private static Origin origin(HttpServletRequest request) {
    var somebody =
        Origin.somebody(
            request.getRemoteAddr(), request.getHeader("User-Agent"), RequestId.of(request));
    if (request.getUserPrincipal() instanceof JsonWebToken token) {
      var name = text(token, "upn");
      var person = somebody.as(id(token, "sub"), id(token, CLAIM), name);
      return Actor.of(token)
          .map(actor -> actor.origin(somebody, name))
          .orElse(person)
          .with(token.getGroups());
    }
    return ApiKeyFilter.holder(request)
        .map(
            key ->
                somebody
                    .as(key.account(), key.tenant(), key.called())
                    .byKey(key.prefix())
                    .with(key.groups()))
        .orElse(somebody);
  }

  private static UUID id(JsonWebToken token, String claim) {
    try {
      return UUID.fromString(text(token, claim));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemType.SIGN_IN_REQUIRED);
    }
  }

  private static String text(JsonWebToken token, String claim) {
    return token
        .claim(claim)
        .map(TenantFilter::plain)
        .orElseThrow(() -> new ProblemException(ProblemType.SIGN_IN_REQUIRED));
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
    ApiKeyFilter.holder(request).ifPresent(key -> names.add(key.tenant().toString()));
    return names;
  }

  /** A claim may come as text or as a JSON string with its quotes. */
  private static String plain(Object claim) {
    return claim.toString().replace("\"", "");
  }
}
