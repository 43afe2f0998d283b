package com.movierecap.api.identity;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Only bearer tokens open the API. The container would take the portal's cookie for a sign-in here
 * too, and with it the portal's users would be open to forged requests.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class TokenOnly implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    var principal = request.getSecurityContext().getUserPrincipal();
    if (principal != null && !(principal instanceof JsonWebToken)) {
      throw new ProblemException(ProblemType.SIGN_IN_REQUIRED);
    }
  }
}
