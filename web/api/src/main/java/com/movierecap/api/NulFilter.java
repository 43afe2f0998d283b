package com.movierecap.api;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Nothing that is kept holds U+0000, and the database would fail over looking for it. */
@Provider
public class NulFilter implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    request
        .getUriInfo()
        .getQueryParameters()
        .forEach(
            (name, values) -> {
              if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
                throw new ProblemException(ProblemType.INVALID_REQUEST, name);
              }
            });
  }
}
