package com.movierecap.api.security;

import com.movierecap.api.RecapApi;
import com.movierecap.identity.key.ApiKeyPrincipal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The API key that a request was sent with. To JAX-RS its holder is the principal and its roles are
 * the holder's, as if the container had read a token. The servlet request stays as it is: proxies
 * of RESTEasy's for it work with the container's own class alone.
 */
@Provider
@PreMatching
public class ApiKeyFilter implements ContainerRequestFilter {
  /** The container takes any bearer that is no token of ours for a broken one. */
  public static final String HEADER = RecapApi.KEY_HEADER;

  private static final String HOLDER = ApiKeyPrincipal.class.getName();

  /** Remembers whose key it is, for this request. */
  public static void belongsTo(ApiKeyPrincipal holder, HttpServletRequest request) {
    request.setAttribute(HOLDER, holder);
  }

  /** Empty where no key was sent. */
  public static Optional<ApiKeyPrincipal> holder(HttpServletRequest request) {
    return request.getAttribute(HOLDER) instanceof ApiKeyPrincipal known
        ? Optional.of(known)
        : Optional.empty();
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getProperty(HOLDER) instanceof ApiKeyPrincipal holder) {
      request.setSecurityContext(new Held(holder, request.getSecurityContext().isSecure()));
    }
  }

  private record Held(ApiKeyPrincipal holder, boolean isSecure) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
      return holder;
    }

    @Override
    public boolean isUserInRole(String role) {
      return holder.groups().contains(role);
    }

    @Override
    public @Nullable String getAuthenticationScheme() {
      return null;
    }
  }
}
