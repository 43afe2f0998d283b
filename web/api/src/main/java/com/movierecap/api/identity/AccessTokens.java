package com.movierecap.api.identity;

import com.ibm.websphere.security.jwt.InvalidBuilderException;
import com.ibm.websphere.security.jwt.InvalidClaimException;
import com.ibm.websphere.security.jwt.JwtBuilder;
import com.ibm.websphere.security.jwt.JwtException;
import com.movierecap.api.tenancy.TenantFilter;
import com.movierecap.identity.session.Session;
import com.movierecap.kernel.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;

/** Signs access tokens with the key that all nodes share ({@code jwtBuilder} in server.xml). */
@ApplicationScoped
public class AccessTokens {
  /** As in server.xml. */
  static final int SECONDS = 600;

  AuthResource.Tokens pair(Session session) {
    return new AuthResource.Tokens(issue(session), session.refreshToken(), "Bearer", SECONDS);
  }

  private String issue(Session session) {
    var account = session.account();
    var impersonation = session.signIn().impersonation();
    try {
      var token =
          JwtBuilder.create("recap")
              .subject(account.id().toString())
              .claim("upn", account.email())
              .claim("groups", new ArrayList<>(session.groups()))
              .claim(TenantFilter.CLAIM, TenantContext.required().toString())
              .claim("sid", session.signIn().id().toString());
      if (impersonation.isPresent()) {
        token.claim(Actor.CLAIM, Actor.claim(impersonation.get()));
      }
      return token.buildJwt().compact();
    } catch (InvalidBuilderException | InvalidClaimException | JwtException e) {
      throw new IllegalStateException("no token could be signed", e);
    }
  }
}
