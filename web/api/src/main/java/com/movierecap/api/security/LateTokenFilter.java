package com.movierecap.api.security;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Where {@link BearerTokenFilter} finds nobody, the container looks for a token once more when it
 * asks for a role, in a posted form and in the address too. Whoever comes in that way was never
 * looked at, and works for no tenant.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 1)
public class LateTokenFilter implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getSecurityContext().getUserPrincipal() != null
        && request.getProperty(BearerTokenFilter.GOOD) == null) {
      throw new ProblemException(ProblemType.SIGN_IN_REQUIRED);
    }
  }
}
