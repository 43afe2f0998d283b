package com.movierecap.api.security;

import com.ibm.websphere.security.jwt.InvalidBuilderException;
import com.ibm.websphere.security.jwt.InvalidClaimException;
import com.ibm.websphere.security.jwt.JwtBuilder;
import com.ibm.websphere.security.jwt.JwtException;
import com.movierecap.access.CallContext;
import com.movierecap.identity.session.Session;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.util.ArrayList;

/**
 * Signs access tokens (RFC 7519) with the key that all nodes share ({@code jwtBuilder} in
 * server.xml). They live ten minutes and say {@code iss aud sub upn groups tenant_id sid jti iat
 * exp}; their header names the key, {@code kid}, as {@link KeysResource} publishes it. The key is
 * changed by {@code rotate-keys}: a token opens as long as its key is published.
 */
@ApplicationScoped
public class AccessTokens {
  /** As in server.xml. */
  public static final int SECONDS = 600;

  // Liberty sees a new file within a second (pollingRate), and reads the private key and the key's
  // name one after the other: until then, and in between, they may not belong together
  private static final int ATTEMPTS = 40;
  private static final int PAUSE_MILLIS = 50;

  @Inject private AcceptedKeys keys;

  /** What opens the API for as many {@link #SECONDS}. */
  public String issue(Session session) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      var token = sign(session);
      if (isSignedByTheKeyItNames(token)) {
        return token;
      }
      pause();
    }
    throw new IllegalStateException("the key that signs is none of those that are accepted");
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String sign(Session session) {
    var account = session.account();
    var impersonation = session.signIn().impersonation();
    try {
      var token =
          JwtBuilder.create("recap")
              .subject(account.id().toString())
              .claim("upn", account.email())
              .claim("groups", new ArrayList<>(session.groups()))
              .claim(TenantFilter.CLAIM, CallContext.requiredTenant().toString())
              .claim("sid", session.signIn().id().toString());
      if (impersonation.isPresent()) {
        token.claim(Actor.CLAIM, Actor.claim(impersonation.get()));
      }
      return token.buildJwt().compact();
    } catch (InvalidBuilderException | InvalidClaimException | JwtException e) {
      throw new IllegalStateException("no token could be signed", e);
    }
  }

  private boolean isSignedByTheKeyItNames(String token) {
    try {
      var parsed = SignedJWT.parse(token);
      var key = keys.byName().get(parsed.getHeader().getKeyID());
      return key != null && parsed.verify(new RSASSAVerifier(key));
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException("no token could be signed", e);
    }
  }
}
