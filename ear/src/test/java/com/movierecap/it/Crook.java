package com.movierecap.it;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider on loopback that says whatever a test makes it say, true or not. */
final class Crook implements AutoCloseable {
  static final String CLIENT = "movie-recap";
  static final String SECRET = "a-secret-that-is-long-enough-to-sign-with-hs256";

  private final HttpServer server;
  private RSAKey key = newKey();
  private volatile String idToken = "";
  final AtomicInteger codesTaken = new AtomicInteger();

  private Crook(HttpServer server) {
    this.server = server;
  }

  static Crook open() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var crook = new Crook(server);
    server.createContext(
        "/.well-known/openid-configuration", exchange -> say(exchange, crook.configuration()));
    server.createContext("/jwks", exchange -> say(exchange, new JWKSet(crook.key).toString(true)));
    server.createContext(
        "/token",
        exchange -> {
          crook.codesTaken.incrementAndGet();
          say(
              exchange,
              "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\"%s\"}"
                  .formatted(crook.idToken));
        });
    server.start();
    return crook;
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** From here on it signs with another key. */
  void rotate() {
    key = newKey();
  }

  /** What an honest provider would say of somebody, to be changed by a test. */
  JWTClaimsSet.Builder claims(String nonce, String subject, String email) {
    var now = Clock.systemUTC().instant();
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .audience(CLIENT)
        .subject(subject)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(300)))
        .claim("nonce", nonce)
        .claim("email", email)
        .claim("email_verified", true)
        .claim("groups", List.of("cutters"));
  }

  void says(JWTClaimsSet claims) throws JOSEException {
    idToken = signed(claims, key);
  }

  void saysByAStrangersKey(JWTClaimsSet claims) throws JOSEException {
    idToken = signed(claims, new RSAKey.Builder(newKey()).keyID(key.getKeyID()).build());
  }

  void saysWithoutSignature(JWTClaimsSet claims) {
    idToken = new PlainJWT(claims).serialize();
  }

  void saysByTheSharedSecret(JWTClaimsSet claims) throws JOSEException {
    var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    token.sign(new MACSigner(SECRET.getBytes(StandardCharsets.UTF_8)));
    idToken = token.serialize();
  }

  private static String signed(JWTClaimsSet claims, RSAKey key) throws JOSEException {
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  private String configuration() {
    return """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
        "jwks_uri":"%1$s/jwks","response_types_supported":["code"],"subject_types_supported":["public"],
        "id_token_signing_alg_values_supported":["RS256"],"authorization_response_iss_parameter_supported":true}
        """
        .formatted(issuer());
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void say(HttpExchange exchange, String json) throws IOException {
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    try (var body = exchange.getResponseBody()) {
      body.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
