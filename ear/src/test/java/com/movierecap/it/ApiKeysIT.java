package com.movierecap.it;

import static com.movierecap.it.Api.assertProblem;
import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys by which programs come in: what they open, for how long, and what they never open. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ApiKeysIT {
  private static final String MOVIES = "/api/movies";

  private final OwnTenant tenant = OwnTenant.create();
  private final Api admin = tenant.admin();

  @Test
  void aKeyIsShownOnceAndItsHashAloneIsKept() throws Exception {
    var made = admin.post("/api/keys", Keys.wish("Nightly import", "read"));
    assertThat(made.headers().firstValue("Cache-Control")).hasValue("no-store");
    var key = Keys.of(made);
    assertThat(key.secret()).matches("mrk_[0-9a-z]{8}_[0-9a-z]{64}").startsWith(key.prefix() + "_");
    var listed = admin.get("/api/keys");
    assertThat(listed.body()).contains(key.prefix()).doesNotContain(key.secret().substring(13));
    var row = Keys.row(tenant, key.id(), "");
    var hash =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest(key.secret().getBytes(StandardCharsets.US_ASCII)));
    assertThat(row).contains(hash).doesNotContain(key.secret().substring(13));
    var mail = Mails.await(tenant.email(), 2);
    assertThat(mail.getSubject()).isEqualTo("There is a new API key for your account");
    assertThat(Mails.text(mail))
        .contains("Nightly import", key.prefix(), tenant.name())
        .doesNotContain(key.secret(), "???", "{");
  }

  /** With no thing of anybody's, so that what passes finds nothing: 404 and no refusal. */
  @ParameterizedTest
  @ValueSource(strings = {"read", "write", "admin"})
  void everyOperationIsOpenToTheScopeItNamesAndToNoOther(String scope) {
    var key = Keys.make(admin, scope).api();
    var nothing = Belongings.nothing();
    int open = 0;
    for (var operation : Operations.withHeads(Operation::isProtected)) {
      var needs = operation.described().path("x-scope").asText();
      var answer = operation.ask(key, nothing);
      if (needs.equals(scope) || needs.equals("read") && operation.reads()) {
        assertThat(answer.statusCode()).as("%s: %s", operation, answer.body()).isNotIn(401, 403);
        open++;
      } else {
        assertThat(answer.statusCode()).as("%s: %s", operation, answer.body()).isEqualTo(403);
        if (!operation.method().equals("HEAD")) {
          assertProblem(answer, 403, "api-key-scope");
        }
      }
      if (scope.equals("read") && answer.statusCode() < 300) {
        assertThat(operation.reads()).as("%s", operation).isTrue();
      }
    }
    assertThat(open).isGreaterThan(10);
    if (scope.equals("read")) {
      for (var operation : Operations.that(o -> !o.isProtected() && !o.reads())) {
        var answer = key.send(operation.method(), operation.path(nothing), "{}");
        assertThat(answer.statusCode()).as("%s: %s", operation, answer.body()).isEqualTo(403);
      }
    }
  }

  @Test
  void noKeyMakesItselfMoreThanItIs() {
    var key = Keys.make(admin, "read", "write", "admin");
    var own = json(key.api().get("/api/account")).get("id").asText();
    assertThat(own).isEqualTo(json(admin.get("/api/account")).get("id").asText());
    var service = json(key.api().post("/api/service-accounts", service("tenant-admin")));
    var keys = "/api/service-accounts/" + service.get("id").asText() + "/keys";
    for (var refused :
        List.of(
            key.api().post("/api/keys", Keys.wish("Another", "read")),
            key.api().post("/api/keys/" + key.id() + "/rotate", "{}"),
            key.api().get("/api/keys"),
            key.api().post(keys, Keys.wish("Another", "read")),
            key.api().post("/api/account/password", "{\"present_password\":\"x\"}"),
            key.api().post("/api/account/email", "{\"email\":\"x@y.example\"}"),
            key.api().post("/api/auth/factor", ""),
            key.api().get("/api/sessions"),
            key.api().post("/api/sessions/end-others", ""),
            key.api().post("/api/users/" + own + "/reset-factor", ""))) {
      assertProblem(refused, 403, "api-key-scope");
    }
    assertThat(admin.get("/api/movies").statusCode()).isEqualTo(200);
  }

  @Test
  void whateverIsWrongWithAKeyIsAnsweredTheSame() throws Exception {
    var expired = Keys.make(admin, "read");
    Keys.row(tenant, expired.id(), "expires_at = now()");
    var revoked = Keys.make(admin, "read");
    assertThat(revoked.api().get(MOVIES).statusCode()).isEqualTo(200);
    assertThat(admin.send("DELETE", "/api/keys/" + revoked.id(), null).statusCode()).isEqualTo(204);
    assertProblem(admin.send("DELETE", "/api/keys/" + revoked.id(), null), 404, "not-found");
    var alive = Keys.make(admin, "read");
    var first = refused(expired.secret());
    for (var wrong :
        List.of(
            revoked.secret(),
            alive.forged(),
            alive.secret().substring(0, 76) + "!",
            alive.secret().substring(0, 70),
            alive.secret().toUpperCase(java.util.Locale.ROOT),
            "mrk_",
            "x",
            " ",
            "eyJhbGciOiJub25lIn0.e30.")) {
      assertThat(refused(wrong)).isEqualTo(first);
    }
    assertThat(alive.api().get(MOVIES).statusCode()).isEqualTo(200);
    // where nobody has to come in, a wrong key is wrong too
    assertProblem(Keys.sent(alive.forged()).get("/openapi"), 401, "api-key-refused");
    var listed = json(admin.get("/api/keys")).get("items");
    assertThat(listed.findValuesAsText("id")).containsExactly(alive.id(), expired.id());
    assertThat(listed.get(1).get("expired").asBoolean()).isTrue();
  }

  private static String refused(String text) {
    var answer = Keys.sent(text).get(MOVIES);
    assertProblem(answer, 401, "api-key-refused");
    return answer.body().replaceAll("urn:uuid:[0-9a-f-]*", "");
  }

  @Test
  void aKeyNamesItsTenantAndAllNamesMustMeanTheSame() {
    var key = Keys.make(admin, "read");
    var other = OwnTenant.create();
    var operator = Api.operator();
    assertThat(key.api().with("X-Tenant-ID", tenant.name()).get(MOVIES).statusCode())
        .isEqualTo(200);
    assertThat(key.api().get("/tenant/" + tenant.name() + MOVIES).statusCode()).isEqualTo(200);
    assertProblem(key.api().with("X-Tenant-ID", other.name()).get(MOVIES), 403, "tenant-mismatch");
    assertProblem(key.api().get("/tenant/" + other.name() + MOVIES), 403, "tenant-mismatch");
    assertProblem(
        Keys.sent(key.forged()).with("X-Tenant-ID", other.name()).get(MOVIES),
        401,
        "api-key-refused");
    assertProblem(admin.with("X-API-Key", key.secret()).get(MOVIES), 400, "invalid-request");
    assertThat(operator.post(tenant.path() + "/suspend", "").statusCode()).isEqualTo(200);
    assertProblem(key.api().get(MOVIES), 403, "tenant-suspended");
    assertProblem(Keys.sent(key.forged()).get(MOVIES), 401, "api-key-refused");
    assertThat(operator.post(tenant.path() + "/resume", "").statusCode()).isEqualTo(200);
    assertThat(key.api().get(MOVIES).statusCode()).isEqualTo(200);
  }

  @Test
  void aRotatedKeyIsGoodBesideItsSuccessorForAWhile() {
    var first = Keys.make(admin, "read");
    var path = "/api/keys/" + first.id() + "/rotate";
    var second = Keys.of(admin.post(path, "{}"));
    assertThat(first.api().get(MOVIES).statusCode()).isEqualTo(200);
    assertThat(second.api().get(MOVIES).statusCode()).isEqualTo(200);
    assertProblem(admin.post(path, "{}"), 409, "api-key-rotated");
    var listed = json(admin.get("/api/keys")).get("items");
    assertThat(listed.get(0).get("name")).isEqualTo(listed.get(1).get("name"));
    assertThat(listed.get(1).get("replaced_by").asText()).isEqualTo(second.id());
    assertThat(java.time.Instant.parse(listed.get(1).get("expires_at").asText()))
        .isBefore(java.time.Instant.parse(listed.get(0).get("expires_at").asText()));
    var third =
        Keys.of(admin.post("/api/keys/" + second.id() + "/rotate", "{\"overlap_hours\":0}"));
    assertProblem(second.api().get(MOVIES), 401, "api-key-refused");
    assertThat(third.api().get(MOVIES).statusCode()).isEqualTo(200);
    assertProblem(admin.post("/api/keys/" + second.id() + "/rotate", "{}"), 404, "not-found");
    // whoever lost the successor gets another
    assertThat(Keys.of(admin.post(path, "{}")).api().get(MOVIES).statusCode()).isEqualTo(200);
    for (var wrong :
        List.of("{\"overlap_hours\":169}", "{\"overlap_hours\":-1}", "{\"expires_in_days\":366}")) {
      assertProblem(
          admin.post("/api/keys/" + third.id() + "/rotate", wrong), 400, "invalid-request");
    }
  }

  @Test
  void aWishThatCannotBeHadIsRefused() {
    for (var wrong :
        List.of(
            "{}",
            Keys.wish(" ", "read"),
            Keys.wish("x"),
            Keys.wish("x", "READ"),
            Keys.wish("x", "operator"),
            "{\"name\":\"x\",\"scopes\":[\"read\"],\"expires_in_days\":0}",
            "{\"name\":\"x\",\"scopes\":[\"read\"],\"expires_in_days\":366}",
            "{\"name\":\"%s\",\"scopes\":[\"read\"]}".formatted("x".repeat(201)))) {
      assertProblem(admin.post("/api/keys", wrong), 400, "invalid-request");
    }
    for (int i = 0; i < 20; i++) {
      Keys.make(admin, "read");
    }
    assertProblem(admin.post("/api/keys", Keys.wish("x", "read")), 409, "api-keys-too-many");
    var one = json(admin.get("/api/keys")).at("/items/0/id").asText();
    assertProblem(admin.post("/api/keys/" + one + "/rotate", "{}"), 409, "api-keys-too-many");
    assertThat(admin.post("/api/keys/" + one + "/rotate", "{\"overlap_hours\":0}").statusCode())
        .isEqualTo(201);
  }

  @Test
  void aProgramHandsAFilmInAndWatchesItsRecapByAKey() throws IOException {
    var key = Keys.make(admin, "write");
    assertThat(json(admin.get("/api/keys")).at("/items/0").has("used_at")).isFalse();
    var movie = key.api().movie(Films.demo(), null);
    var recap = key.api().order(movie, "{\"length_seconds\":4}");
    var reader = Keys.make(admin, "read").api();
    assertThat(reader.ended(recap).get("status").asText()).isEqualTo("succeeded");
    assertThat(reader.get("/api/recaps/" + recap + "/events").body()).contains("event");
    assertThat(reader.bytes("/api/recaps/" + recap + "/outputs/recap.mp4").statusCode())
        .isEqualTo(200);
    assertThat(json(admin.get("/api/keys")).at("/items/1/used_at").asText()).isNotBlank();
    assertThat(key.api().send("DELETE", MOVIES + "/" + movie, null).statusCode()).isEqualTo(204);
    var deleted = json(admin.get("/api/audit?action=movie-deleted")).at("/items/0");
    assertThat(deleted.get("actor").asText()).isEqualTo(tenant.email() + " (" + key.prefix() + ")");
    assertThat(
            json(admin.get("/api/audit?actor=" + tenant.email() + "&action=movie-deleted"))
                .get("items"))
        .hasSize(1);
  }

  @Test
  void whatIsDoneWithKeysIsWrittenDownAndTheLogOfTheServerNamesThem() throws IOException {
    var key = Keys.make(admin, "read");
    var next = Keys.of(admin.post("/api/keys/" + key.id() + "/rotate", "{}"));
    admin.send("DELETE", "/api/keys/" + next.id(), null);
    for (var action : List.of("api-key-created", "api-key-rotated", "api-key-revoked")) {
      var written = admin.get("/api/audit?action=" + action);
      assertThat(json(written).get("items")).as(action).hasSize(1);
      assertThat(written.body()).contains("mrk_").doesNotContain(key.secret(), next.secret());
    }
    var problem = key.api().get(MOVIES + "/" + UUID.randomUUID());
    var request = problem.headers().firstValue("X-Request-ID").orElseThrow();
    try (var lines = Files.lines(TestStack.WLP.resolve("usr/servers/recap-it/logs/messages.log"))) {
      assertThat(lines.filter(line -> line.contains(request)).toList())
          .isNotEmpty()
          .allSatisfy(line -> assertThat(line).contains(key.prefix()));
    }
  }

  @Test
  void callsByKeyAreCountedLikeOthers() {
    var key = Keys.make(admin, "read").api();
    for (int i = 0; i < 30; i++) {
      assertThat(key.get(MOVIES).statusCode()).isEqualTo(200);
    }
    var operator = Api.operator();
    long calls = 0;
    // all others of this tenant are far fewer; booked within seconds
    for (int i = 0; i < 300 && calls < 30; i++) {
      Api.pause();
      calls = json(operator.get(tenant.path() + "/usage")).get("api_calls").asLong();
    }
    assertThat(calls).isGreaterThanOrEqualTo(30);
  }

  @Test
  void whereASecondFactorIsAskedForAKeyGoesOnAndNoneIsMadeWithout() {
    var key = Keys.make(admin, "read");
    tenant.requireSecondFactor(true);
    var enrolling =
        Api.anonymous()
            .with("Authorization", "Bearer " + json(login()).get("access_token").asText());
    assertProblem(
        enrolling.post("/api/keys", Keys.wish("x", "read")),
        403,
        "second-factor-enrolment-required");
    assertThat(key.api().get(MOVIES).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> login() {
    var answer = tenant.login();
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  private static String service(String role) {
    return "{\"name\":\"Import\",\"role\":\"%s\"}".formatted(role);
  }
}
