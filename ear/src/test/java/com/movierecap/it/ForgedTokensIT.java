package com.movierecap.it;

import static com.movierecap.it.Api.assertProblem;
import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What an access token is and what is none, checked and forged with Nimbus, where the server checks
 * with jose4j.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ForgedTokensIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration BEYOND_SKEW = Duration.ofMinutes(2);

  private final OwnTenant tenant = OwnTenant.create();
  private JsonNode tokens;
  private Forger forger;

  @BeforeEach
  void signIn() throws Exception {
    tokens = json(tenant.login());
    forger = new Forger(tokens.get("access_token").asText());
  }

  @Test
  void aTokenIsCheckedByAnybodyWithThePublishedKeys() throws Exception {
    var processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, new ImmutableJWKSet<>(published())));
    var claims = processor.process(forger.genuine, null);

    assertThat(claims.getClaims().keySet())
        .contains("iss", "aud", "sub", "upn", "groups", "tenant_id", "sid", "jti", "iat", "exp");
    assertThat(claims.getIssuer()).isEqualTo("https://movierecap.com/");
    assertThat(claims.getAudience()).containsExactly("recap-api");
    assertThat(UUID.fromString(claims.getSubject())).isNotNull();
    assertThat(claims.getStringClaim("upn")).isEqualTo(tenant.email());
    assertThat(claims.getStringListClaim("groups")).contains("viewer", "editor", "tenant-admin");
    assertThat(claims.getStringClaim("tenant_id")).isEqualTo(tenant.id().toString());
    var sessions = json(opens("/api/sessions", forger.genuine)).get("items");
    assertThat(StreamSupport.stream(sessions.spliterator(), false))
        .filteredOn(s -> s.get("current").asBoolean())
        .extracting(s -> s.get("id").asText())
        .containsExactly(claims.getStringClaim("sid"));
    assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
        .isEqualTo(600_000);
    assertThat(tokens.get("expires_in").asInt()).isEqualTo(600);
    var second = SignedJWT.parse(json(tenant.login()).get("access_token").asText());
    assertThat(second.getJWTClaimsSet().getJWTID()).isNotBlank().isNotEqualTo(claims.getJWTID());
    var header = SignedJWT.parse(forger.genuine).getHeader();
    assertThat(header.getIncludedParams()).containsExactlyInAnyOrder("alg", "typ", "kid");
    assertThat(header.getType()).isEqualTo(JOSEObjectType.JWT);
    assertThat(published().getKeyByKeyId(header.getKeyID())).isNotNull();
  }

  @Test
  void twoKeysArePublishedAndNothingPrivateOfThem() throws Exception {
    var body = Api.anonymous().get("/.well-known/jwks.json").body();
    var keys = JWKSet.parse(body).getKeys();
    assertThat(keys).hasSize(2).noneMatch(key -> key.isPrivate());
    for (var key : new com.fasterxml.jackson.databind.ObjectMapper().readTree(body).get("keys")) {
      assertThat(key.fieldNames())
          .toIterable()
          .containsExactlyInAnyOrder("kty", "use", "alg", "kid", "n", "e");
    }
    for (var alias : List.of("jwt", keptBesides())) {
      var key = Forger.key(alias);
      assertThat(body).contains(key.getModulus().toString());
      assertThat(body)
          .doesNotContain(
              key.getPrivateExponent().toString(),
              key.getFirstPrimeFactor().toString(),
              key.getSecondPrimeFactor().toString(),
              TestStack.environment().get("JWT_KEYSTORE_PASSWORD"));
    }
  }

  private static String keptBesides() throws Exception {
    return Forger.key("next") == null ? "previous" : "next";
  }

  @Test
  void whatNobodyHasSignedOpensNothing() {
    var forged = new LinkedHashMap<String, String>();
    forged.put("no token at all", "x");
    forged.put("alg none", new PlainJWT(forger.claims).serialize());
    for (var none : List.of("none", "None", "NONE")) {
      var header =
          Base64URL.encode(
              "{\"alg\":\"%s\",\"typ\":\"JWT\",\"kid\":\"%s\"}"
                  .formatted(none, forger.ours.getKeyID()));
      var signature = forger.genuine.substring(forger.genuine.lastIndexOf('.') + 1);
      forged.put(none + " without a signature", header + "." + payload() + ".");
      forged.put(none + " with a signature", header + "." + payload() + "." + signature);
    }
    forged.put("signature cut off", header() + "." + payload() + ".");
    forged.put("signature missing", header() + "." + payload());
    forged.put("signature of another", header() + "." + payload() + "." + Base64URL.encode("x"));
    var more = new JWTClaimsSet.Builder(forger.claims).claim("groups", List.of("operator")).build();
    forged.put(
        "another payload",
        forger.genuine.replace(payload(), Base64URL.encode(more.toString()).toString()));
    forged.put("a refresh token", tokens.get("refresh_token").asText());
    assertRefused(forged);
  }

  @Test
  void whatIsSignedWithOurPublicKeyAsASecretOpensNothing() throws Exception {
    var key = forger.ours.toRSAPublicKey();
    var pem =
        "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----"
            .formatted(java.util.Base64.getMimeEncoder().encodeToString(key.getEncoded()));
    var secrets =
        Map.of(
            "PEM", pem.getBytes(StandardCharsets.UTF_8),
            "PEM and a newline", (pem + "\n").getBytes(StandardCharsets.UTF_8),
            "DER", key.getEncoded(),
            "modulus", key.getModulus().toByteArray(),
            "modulus as published",
                forger.ours.getModulus().toString().getBytes(StandardCharsets.UTF_8));
    var forged = new LinkedHashMap<String, String>();
    for (var secret : secrets.entrySet()) {
      forged.put(
          "HS256 with the key's " + secret.getKey(),
          forger.signed(forger.header(JWSAlgorithm.HS256), new MACSigner(secret.getValue())));
    }
    forged.put(
        "ES256",
        forger.signed(
            forger.header(JWSAlgorithm.ES256),
            new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate())));
    forged.put("a JWE of claims", encrypted());
    forged.put("a JWE of a genuine token", nested());
    assertRefused(forged);
  }

  @Test
  void whatAStrangerSignsOpensNothingWhateverKeyItNames() throws Exception {
    var stranger = new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    var strangers = new RSASSASigner(stranger);
    var calls = new AtomicInteger();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          var answer = new JWKSet(stranger).toString(true).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    try {
      var there = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json");
      var forged = new LinkedHashMap<String, String>();
      for (var name :
          List.of(
              forger.ours.getKeyID(),
              stranger.getKeyID(),
              "",
              "jwt",
              "next",
              "../../../../dev/null",
              "/proc/self/environ",
              "file:///dev/null",
              there.toString(),
              "' or '1'='1",
              "x' union select 'y' --",
              "${jndi:ldap://127.0.0.1/x}",
              "a".repeat(4000))) {
        forged.put("kid " + name, forger.signed(forger.header().keyID(name), strangers));
      }
      forged.put("no kid", forger.signed(forger.header().keyID(null), strangers));
      for (var name : List.of(forger.ours.getKeyID(), stranger.getKeyID())) {
        forged.put(
            "jku, kid " + name,
            forger.signed(forger.header().keyID(name).jwkURL(there), strangers));
        forged.put(
            "x5u, kid " + name,
            forger.signed(forger.header().keyID(name).x509CertURL(there), strangers));
        forged.put(
            "jwk, kid " + name,
            forger.signed(forger.header().keyID(name).jwk(stranger.toPublicJWK()), strangers));
        forged.put(
            "x5c, kid " + name,
            forger.signed(
                forger
                    .header()
                    .keyID(name)
                    .x509CertChain(List.of(Base64.encode(stranger.toRSAPublicKey().getEncoded()))),
                strangers));
      }
      assertRefused(forged);
      assertThat(calls).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  /** Nobody but us can sign them, and yet they are no access tokens of this moment and tenant. */
  @Test
  void ourSignatureAloneOpensNothing() throws Exception {
    // else what follows would say nothing
    assertThat(opens(forger.claiming(c -> c)).statusCode()).isEqualTo(200);

    var ours = new RSASSASigner(forger.ours);
    var now = Clock.systemUTC().instant();
    var past = Date.from(now.minus(BEYOND_SKEW));
    var future = Date.from(now.plus(BEYOND_SKEW));
    var others = new Forger(json(OwnTenant.create().login()).get("access_token").asText());
    var forged = new LinkedHashMap<String, String>();
    for (var algorithm : List.of(JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256)) {
      forged.put(algorithm.getName(), forger.signed(forger.header(algorithm), ours));
    }
    for (var type : List.of("at+jwt", "rt+jwt", "refresh", "id_token", "JOSE")) {
      forged.put(
          "typ " + type, forger.signed(forger.header().type(new JOSEObjectType(type)), ours));
    }
    forged.put("no typ", forger.signed(forger.header().type(null), ours));
    forged.put("no kid", forger.signed(forger.header().keyID(null), ours));
    forged.put(
        "crit",
        forger.signed(forger.header().customParam("x", 1).criticalParams(Set.of("x")), ours));
    forged.put("more in the header", forger.signed(forger.header().customParam("x", 1), ours));
    forged.put("aud of others", forger.claiming(c -> c.audience("recap-portal")));
    forged.put("no aud", forger.claiming(c -> c.audience((String) null)));
    forged.put("iss of others", forger.claiming(c -> c.issuer("https://movierecap.com")));
    forged.put("no iss", forger.claiming(c -> c.issuer(null)));
    forged.put("no exp", forger.claiming(c -> c.expirationTime(null)));
    forged.put(
        "expired",
        forger.claiming(c -> c.issueTime(Date.from(now.minusSeconds(720))).expirationTime(past)));
    forged.put("not yet valid", forger.claiming(c -> c.notBeforeTime(future)));
    forged.put("issued in the future", forger.claiming(c -> c.issueTime(future)));
    forged.put("no sub", forger.claiming(c -> c.subject(null)));
    forged.put("a sub that is no id", forger.claiming(c -> c.subject("admin")));
    forged.put("no upn", forger.claiming(c -> c.claim("upn", null)));
    forged.put("no tenant", forger.claiming(c -> c.claim("tenant_id", null)));
    forged.put(
        "the tenant of others",
        forger.claiming(c -> c.claim("tenant_id", others.claims.getClaim("tenant_id"))));
    forged.put("no sid", forger.claiming(c -> c.claim("sid", null)));
    forged.put("a sid of nobody", forger.claiming(c -> c.claim("sid", UUID.randomUUID() + "")));
    forged.put(
        "the sid of others", forger.claiming(c -> c.claim("sid", others.claims.getClaim("sid"))));
    forged.put("no groups", forger.claiming(c -> c.claim("groups", null)));
    forged.put("more groups", forger.claiming(c -> c.claim("groups", List.of("operator"))));
    assertRefused(forged);
  }

  @Test
  void aTokenIsReadInOneHeaderAndNowhereElse() throws Exception {
    var genuine = forger.genuine;
    assertThat(send("GET", "/api/movies", "", "Bearer " + genuine).statusCode()).isEqualTo(200);
    assertRefused(send("GET", "/api/movies?access_token=" + genuine, ""));
    assertRefused(send("POST", "/api/sessions/end-others?access_token=" + genuine, "a=b"));
    assertRefused(send("POST", "/api/sessions/end-others", "access_token=" + genuine));
    var stranger = "Bearer " + genuine.substring(0, genuine.length() - 4) + "AAAA";
    assertRefused(send("GET", "/api/movies", "", "Bearer " + genuine, "Bearer " + genuine));
    assertRefused(send("GET", "/api/movies", "", "Bearer " + genuine, stranger));
    assertRefused(send("GET", "/api/movies", "", stranger, "Bearer " + genuine));
    assertRefused(send("GET", "/api/movies", "", "Basic " + genuine));
    for (var cookie :
        List.of("Bearer", "jwtToken", "access_token", "local-LtpaToken2", "LtpaToken2", "JWT")) {
      assertRefused(Api.anonymous().with("Cookie", cookie + "=" + genuine).get("/api/movies"));
    }
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertProblem(answer, 401, "sign-in-required");
  }

  private static void assertRefused(Map<String, String> forged) {
    var expected = plain(Api.anonymous().get("/api/movies"));
    forged.forEach(
        (what, token) -> {
          var answer = opens(token);
          assertThat(answer.statusCode()).as(what + ": " + answer.body()).isEqualTo(401);
          assertRefused(answer);
          assertThat(plain(answer)).as(what).isEqualTo(expected);
        });
  }

  /** Without what tells one request from the next. */
  private static String plain(HttpResponse<String> answer) {
    return answer.body().replaceAll("[0-9a-f-]{36}", "?");
  }

  private static HttpResponse<String> opens(String token) {
    return opens("/api/movies", token);
  }

  private static HttpResponse<String> opens(String path, String token) {
    return Api.anonymous().with("Authorization", "Bearer " + token).get(path);
  }

  private static HttpResponse<String> send(
      String method, String path, String form, String... authorizations)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(TestStack.base() + path));
    for (var authorization : authorizations) {
      request.header("Authorization", authorization);
    }
    if (!form.isEmpty()) {
      request.header("Content-Type", "application/x-www-form-urlencoded");
    }
    var body = form.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(form);
    return HTTP.send(request.method(method, body).build(), BodyHandlers.ofString());
  }

  private static JWKSet published() throws Exception {
    return JWKSet.parse(Api.anonymous().get("/.well-known/jwks.json").body());
  }

  private String header() {
    return forger.genuine.split("\\.")[0];
  }

  private String payload() {
    return forger.genuine.split("\\.")[1];
  }

  private JWEHeader.Builder wrapping() {
    return new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
        .keyID(forger.ours.getKeyID());
  }

  private String encrypted() throws Exception {
    var token = new EncryptedJWT(wrapping().build(), forger.claims);
    token.encrypt(new RSAEncrypter(forger.ours.toRSAPublicKey()));
    return token.serialize();
  }

  private String nested() throws Exception {
    var token = new JWEObject(wrapping().contentType("JWT").build(), new Payload(forger.genuine));
    token.encrypt(new RSAEncrypter(forger.ours.toRSAPublicKey()));
    return token.serialize();
  }
}
