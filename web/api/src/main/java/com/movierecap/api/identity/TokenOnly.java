package com.movierecap.api.identity;

import com.movierecap.identity.key.KeyHolder;
import com.movierecap.identity.session.Sessions;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Only bearer tokens and API keys open the API, and tokens only as long as the sign-in they came
 * from may do what they say. The container would take the portal's cookie for a sign-in here too,
 * and with it the portal's users would be open to forged requests.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class TokenOnly implements ContainerRequestFilter {
  @Inject private Sessions sessions;

  @Override
  public void filter(ContainerRequestContext request) {
    var principal = request.getSecurityContext().getUserPrincipal();
    // a key was looked at before its tenant was bound
    if (principal == null || principal instanceof KeyHolder) {
      return;
    }
    if (!(principal instanceof JsonWebToken token)) {
      throw new ProblemException(ProblemType.SIGN_IN_REQUIRED);
    }
    var groups = token.getGroups();
    if (groups.isEmpty() || !sessions.groups(signIn(token), groups).equals(groups)) {
      throw new ProblemException(ProblemType.SIGN_IN_REQUIRED);
    }
  }

  private static UUID signIn(JsonWebToken token) {
    try {
      return UUID.fromString(String.valueOf(token.<Object>getClaim("sid")));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemType.SIGN_IN_REQUIRED);
    }
  }
}
