package com.movierecap.api.security;

import com.movierecap.identity.key.ApiKeyPrincipal;
import com.movierecap.identity.session.SessionCache;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.SignedJWT;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Only bearer tokens and API keys open the API, and tokens only as long as their key is published
 * and the sign-in they came from may do what they say. The container would take the portal's cookie
 * for a sign-in here too, and with it the portal's users would be open to forged requests; it would
 * take a token from a form or the address, where it is written down, and remember for minutes what
 * it once checked.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class BearerTokenFilter implements ContainerRequestFilter {
  /** Property of a request whose token or key was found good. */
  static final String GOOD = BearerTokenFilter.class.getName();

  private static final Set<String> HEADER = Set.of("alg", "kid", "typ");

  @Inject private SessionCache sessions;
  @Inject private AcceptedKeys keys;

  @Override
  public void filter(ContainerRequestContext request) {
    var principal = request.getSecurityContext().getUserPrincipal();
    // a key was looked at before its tenant was bound
    if (principal instanceof ApiKeyPrincipal) {
      request.setProperty(GOOD, true);
      return;
    }
    if (principal == null) {
      return;
    }
    if (!(principal instanceof JsonWebToken token)
        || !isInTheHeader(token, request.getHeaders().get(HttpHeaders.AUTHORIZATION))
        || !isOurs(token)) {
      throw new ProblemException(ProblemType.SIGN_IN_REQUIRED);
    }
    var groups = token.getGroups();
    if (groups.isEmpty() || !sessions.groups(signIn(token), groups).equals(groups)) {
      throw new ProblemException(ProblemType.SIGN_IN_REQUIRED);
    }
    request.setProperty(GOOD, true);
  }

  private static boolean isInTheHeader(JsonWebToken token, @Nullable List<String> headers) {
    return headers != null
        && headers.size() == 1
        && headers.get(0).strip().endsWith(" " + token.getRawToken());
  }

  /** An access token's header has three members, and no other kind of token looks like it. */
  private boolean isOurs(JsonWebToken token) {
    try {
      var header = SignedJWT.parse(token.getRawToken()).getHeader();
      return header.getIncludedParams().equals(HEADER)
          && JOSEObjectType.JWT.equals(header.getType())
          && keys.byName().containsKey(header.getKeyID());
    } catch (ParseException e) {
      return false;
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
