package com.movierecap.api.security;

import com.movierecap.identity.key.ApiKeyPrincipal;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.annotation.Priority;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/**
 * What a key may not do. {@code @RolesAllowed} is looked at here first, since the container would
 * tell a key without the role to sign in; and it cannot say that those that may only look send
 * nothing but what reads, and that none does what is for {@link PeopleOnly}.
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 1)
public class ApiKeyScopeFilter implements ContainerRequestFilter {
  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getSecurityContext().getUserPrincipal() instanceof ApiKeyPrincipal key
        && (isForPeople()
            || key.onlyReads() && !TenantFilter.READING.contains(request.getMethod())
            || Collections.disjoint(roles(key), key.groups()))) {
      throw new ProblemException(ProblemType.API_KEY_SCOPE);
    }
  }

  /** Any of which will do; the key's own where everybody may come. */
  private Collection<String> roles(ApiKeyPrincipal key) {
    var ofMethod = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
    var allowed =
        ofMethod == null ? resource.getResourceClass().getAnnotation(RolesAllowed.class) : ofMethod;
    return allowed == null ? key.groups() : Set.of(allowed.value());
  }

  private boolean isForPeople() {
    return resource.getResourceClass().isAnnotationPresent(PeopleOnly.class)
        || resource.getResourceMethod().isAnnotationPresent(PeopleOnly.class);
  }
}
