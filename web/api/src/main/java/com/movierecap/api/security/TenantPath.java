package com.movierecap.api.security;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code /tenant/acme/api/movies} is {@code /api/movies} of tenant acme. */
@Provider
@PreMatching
public class TenantPath implements ContainerRequestFilter {
  private static final Pattern PATH = Pattern.compile("/tenant/([^/]+)(/api/.*)");

  static Optional<String> tenantOf(String path) {
    var matcher = PATH.matcher(path);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  @Override
  public void filter(ContainerRequestContext request) {
    var uri = request.getUriInfo().getRequestUri();
    var matcher = PATH.matcher(uri.getRawPath());
    if (matcher.matches()) {
      request.setRequestUri(UriBuilder.fromUri(uri).replacePath(matcher.group(2)).build());
    }
  }
}
