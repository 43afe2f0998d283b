package com.movierecap.api.identity;

import com.movierecap.identity.key.KeyHolder;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * What {@code @RolesAllowed} cannot say of API keys: those that may only look send nothing but what
 * reads, and none does what is for {@link PeopleOnly}.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class KeyLimits implements ContainerRequestFilter {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getSecurityContext().getUserPrincipal() instanceof KeyHolder key
        && (isForPeople() || key.onlyReads() && !READING.contains(request.getMethod()))) {
      throw new ProblemException(ProblemType.API_KEY_SCOPE);
    }
  }

  private boolean isForPeople() {
    return resource.getResourceClass().isAnnotationPresent(PeopleOnly.class)
        || resource.getResourceMethod().isAnnotationPresent(PeopleOnly.class);
  }
}
