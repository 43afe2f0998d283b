package com.movierecap.api.security;

import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Base64;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Tells MicroProfile JWT which key to check a request's token with: the one the token names, if it
 * is one of ours, else the one that signs, which then does not fit. Liberty asks anew for every
 * request, and would read a set of several keys again and keep it for each name that it does not
 * know (ops/adr/017).
 */
public class VerificationKeySource implements ConfigSource {
  private static final String PROPERTY = "mp.jwt.verify.publickey";
  private static final String SCHEME = "Bearer ";
  private static final int RANK = 500;

  private final AcceptedKeys keys = new AcceptedKeys();

  @Override
  public @Nullable String getValue(String name) {
    return PROPERTY.equals(name) ? pem(key()) : null;
  }

  private RSAPublicKey key() {
    var known = keys.byName();
    var named = known.get(named(authorization()));
    return named == null ? known.values().iterator().next() : named;
  }

  /** The request's header, or none where nobody asks, as when the server starts. */
  private static String authorization() {
    try {
      var header = CDI.current().select(HttpServletRequest.class).get().getHeader("Authorization");
      return header == null ? "" : header;
    } catch (ContextNotActiveException | IllegalStateException e) {
      return "";
    }
  }

  private static String named(String authorization) {
    if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return "";
    }
    try {
      var name =
          SignedJWT.parse(authorization.substring(SCHEME.length()).strip()).getHeader().getKeyID();
      return name == null ? "" : name;
    } catch (ParseException e) {
      return "";
    }
  }

  private static String pem(RSAPublicKey key) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(key.getEncoded())
        + "\n-----END PUBLIC KEY-----";
  }

  @Override
  public Set<String> getPropertyNames() {
    return Set.of(PROPERTY);
  }

  @Override
  public int getOrdinal() {
    return RANK;
  }

  @Override
  public String getName() {
    return "key of the request's token";
  }
}
