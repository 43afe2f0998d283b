package com.movierecap.it;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.text.ParseException;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Makes tokens from a genuine one with a JOSE library that the server does not check them with. */
final class Forger {
  /** Our own, with its private half, for what a signature alone must not open. */
  final RSAKey ours;

  final String genuine;
  final JWTClaimsSet claims;

  Forger(String genuine)
      throws ParseException, GeneralSecurityException, IOException, JOSEException {
    this.genuine = genuine;
    var token = SignedJWT.parse(genuine);
    claims = token.getJWTClaimsSet();
    ours = new RSAKey.Builder(key("jwt")).keyID(token.getHeader().getKeyID()).build();
  }

  /** Of the file that the server signs with. */
  static RSAKey key(String alias) throws GeneralSecurityException, IOException, JOSEException {
    var environment = TestStack.environment();
    var password = Objects.requireNonNull(environment.get("JWT_KEYSTORE_PASSWORD")).toCharArray();
    var file = Path.of(environment.get("JWT_KEYSTORE")).toFile();
    return RSAKey.load(KeyStore.getInstance(file, password), alias, password);
  }

  /** As our tokens have it. */
  JWSHeader.Builder header() {
    return header(JWSAlgorithm.RS256);
  }

  JWSHeader.Builder header(JWSAlgorithm algorithm) {
    return new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(ours.getKeyID());
  }

  /** By our own key, with other claims. */
  String claiming(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
    var changed = change.apply(new JWTClaimsSet.Builder(claims)).build();
    return signed(header(), changed, new RSASSASigner(ours));
  }

  /** The genuine claims, signed in another way. */
  String signed(JWSHeader.Builder header, JWSSigner signer) throws JOSEException {
    return signed(header, claims, signer);
  }

  private static String signed(JWSHeader.Builder header, JWTClaimsSet claims, JWSSigner signer)
      throws JOSEException {
    var token = new SignedJWT(header.build(), claims);
    token.sign(signer);
    return token.serialize();
  }
}
