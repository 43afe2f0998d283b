package com.movierecap.it;

import static com.movierecap.it.Api.assertProblem;
import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.movierecap.local.LocalStack;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in with more than a password; the codes are oathtool's. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SecondFactorIT {
  private static final String FACTOR = "/api/auth/factor";

  @Test
  void whoeverHasAFactorSignsInWithACodeAndNotWithout() {
    var tenant = OwnTenant.create();
    var admin = bearer(ok(tenant.login()));
    var begun = ok(admin.send("POST", FACTOR, null));
    var program = new Authenticator(begun.get("secret").asText());
    assertThat(begun.get("secret").asText()).matches("[A-Z2-7]{32}");
    assertThat(begun.get("otpauth_uri").asText())
        .startsWith("otpauth://totp/Movie%20Recap:admin%40")
        .contains("secret=" + begun.get("secret").asText());
    // it counts for nothing yet
    ok(tenant.login());
    assertProblem(
        admin.post(FACTOR + "/confirm", otp(program.wrong())), 401, "second-factor-wrong");
    var used = program.code();
    var codes = strings(ok(admin.post(FACTOR + "/confirm", otp(used))).get("recovery_codes"));
    assertThat(codes).hasSize(10).doesNotHaveDuplicates();

    var status = ok(admin.get(FACTOR));
    assertThat(status.get("enrolled").asBoolean()).isTrue();
    assertThat(status.get("required").asBoolean()).isFalse();
    assertThat(status.get("recovery_codes_left").asInt()).isEqualTo(10);
    assertProblem(tenant.login(), 401, "second-factor-required");
    assertProblem(tenant.login(""), 401, "second-factor-required");
    assertProblem(tenant.login(program.wrong()), 401, "second-factor-wrong");
    assertProblem(tenant.login(used), 401, "second-factor-wrong");
    var code = program.code();
    assertThat(bearer(ok(tenant.login(code))).get("/api/movies").statusCode()).isEqualTo(200);
    assertProblem(tenant.login(code), 401, "second-factor-wrong");
    assertProblem(admin.send("POST", FACTOR, null), 409, "second-factor-exists");
    // whether the account has a factor is not told to whoever does not know the password
    assertProblem(
        tenant
            .visitor()
            .post(
                "/api/auth/login",
                "{\"email\":\"%s\",\"password\":\"wrong\"}".formatted(tenant.email())),
        401,
        "wrong-credentials");
    assertThat(admin.audited())
        .contains("second-factor-enrolled done", "second-factor-wrong refused", "sign-in done");
  }

  @Test
  void aCodeLetsOneInHoweverManyBringIt() {
    var tenant = OwnTenant.create();
    var program = enrolled(tenant).program();
    var code = program.code();
    var logins =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> tenant.login(code)))
            .limit(3)
            .toList();
    assertThat(logins.stream().map(login -> login.join().statusCode()))
        .containsExactlyInAnyOrder(200, 401, 401);
  }

  @Test
  void aRecoveryCodeLetsInOnce() {
    var tenant = OwnTenant.create();
    var enrolled = enrolled(tenant);
    var code = enrolled.recoveryCodes().get(3);
    var typed = code.replace('-', ' ').toUpperCase(java.util.Locale.ROOT);
    var admin = bearer(ok(tenant.login(typed)));
    assertThat(ok(admin.get(FACTOR)).get("recovery_codes_left").asInt()).isEqualTo(9);
    assertProblem(tenant.login(code), 401, "second-factor-wrong");
    ok(tenant.login(enrolled.recoveryCodes().get(4)));
    assertThat(admin.audited()).contains("recovery-code-used done");
  }

  @Test
  void whereAFactorIsAskedForNothingElseOpensBefore() {
    var tenant = OwnTenant.create();
    tenant.requireSecondFactor(true);
    var tokens = ok(tenant.login());
    var admin = bearer(tokens);
    for (var path : List.of("/api/movies", "/api/audit", "/api/movies/" + UUID.randomUUID())) {
      assertProblem(admin.get(path), 403, "second-factor-enrolment-required");
    }
    assertProblem(admin.get("/admin/tenants"), 403, "second-factor-enrolment-required");
    assertProblem(
        admin.upload("film.mp4", new byte[] {1}, null), 403, "second-factor-enrolment-required");
    assertThat(ok(admin.get(FACTOR)).get("required").asBoolean()).isTrue();
    // to refresh does not help
    var again = ok(tenant.refresh(tokens));
    assertProblem(bearer(again).get("/api/movies"), 403, "second-factor-enrolment-required");

    var program = new Authenticator(ok(admin.send("POST", FACTOR, null)).get("secret").asText());
    ok(bearer(again).post(FACTOR + "/confirm", otp(program.code())));
    var whole = ok(tenant.refresh(again));
    assertThat(bearer(whole).get("/api/movies").statusCode()).isEqualTo(200);
    assertProblem(
        bearer(whole).post(FACTOR + "/remove", otp(program.code())),
        409,
        "second-factor-mandatory");
  }

  @Test
  void aSignInFromBeforeIsHeldToItWhenItIsRefreshed() {
    var tenant = OwnTenant.create();
    var tokens = ok(tenant.login());
    assertThat(bearer(tokens).get("/api/movies").statusCode()).isEqualTo(200);
    tenant.requireSecondFactor(true);
    var refreshed = ok(tenant.refresh(tokens));
    assertProblem(bearer(refreshed).get("/api/movies"), 403, "second-factor-enrolment-required");
    tenant.requireSecondFactor(false);
    assertThat(bearer(ok(tenant.refresh(refreshed))).get("/api/movies").statusCode())
        .isEqualTo(200);
  }

  @Test
  void aSignInThatNeverShowedTheFactorEndsOnceThereIsOne() {
    var tenant = OwnTenant.create();
    var other = ok(tenant.login());
    var enrolled = enrolled(tenant);
    assertProblem(tenant.refresh(other), 401, "refresh-token-refused");
    ok(tenant.refresh(enrolled.tokens()));
  }

  @Test
  void aFactorIsReplacedByWhoeverShowsItAndCountsUntilThen() {
    var tenant = OwnTenant.create();
    tenant.requireSecondFactor(true);
    var enrolled = enrolled(tenant);
    var admin = bearer(ok(tenant.refresh(enrolled.tokens())));
    assertProblem(admin.send("PUT", FACTOR, "{}"), 401, "second-factor-required");
    var begun = ok(admin.send("PUT", FACTOR, otp(enrolled.recoveryCodes().get(0))));
    var program = new Authenticator(begun.get("secret").asText());
    ok(tenant.login(enrolled.program().code()));
    ok(admin.post(FACTOR + "/confirm", otp(program.code())));
    assertProblem(tenant.login(enrolled.recoveryCodes().get(1)), 401, "second-factor-wrong");
    ok(tenant.login(program.code()));
  }

  @Test
  void whoeverNeedsNoneMayDoWithoutAgain() {
    var tenant = OwnTenant.create();
    var enrolled = enrolled(tenant);
    var admin = bearer(enrolled.tokens());
    assertProblem(admin.post(FACTOR + "/remove", "{}"), 401, "second-factor-required");
    assertProblem(
        admin.post(FACTOR + "/remove", otp(enrolled.program().wrong())),
        401,
        "second-factor-wrong");
    var removed = admin.post(FACTOR + "/remove", otp(enrolled.program().code()));
    assertThat(removed.statusCode()).as(removed.body()).isEqualTo(204);
    ok(tenant.login());
    assertThat(ok(admin.get(FACTOR)).get("enrolled").asBoolean()).isFalse();
    assertProblem(admin.post(FACTOR + "/remove", otp("123456")), 404, "not-found");
    assertProblem(admin.post(FACTOR + "/confirm", otp("123456")), 404, "not-found");
    assertThat(admin.audited()).contains("second-factor-removed done");
  }

  @Test
  void whoeverGuessesIsPausedAndNobodyElseIs() {
    var tenant = OwnTenant.create();
    var enrolled = enrolled(tenant);
    var other = OwnTenant.create();
    var othersProgram = enrolled(other).program();
    var guess = enrolled.program().wrong();
    var tries = "*" + tenant.id() + ":tries:code:*";
    for (int i = 0; i < 4; i++) {
      assertProblem(tenant.login(guess), 401, "second-factor-wrong");
      RedisKeys.age(tries, Duration.ofSeconds(5));
    }
    assertProblem(tenant.login("0000-0000-0000-0000"), 429, "second-factor-paused");
    assertProblem(tenant.login(enrolled.program().code()), 429, "second-factor-paused");
    assertProblem(tenant.login(enrolled.recoveryCodes().get(0)), 429, "second-factor-paused");
    ok(other.login(othersProgram.code()));
    // and five minutes later
    RedisKeys.age(tries, Duration.ofMinutes(5));
    ok(tenant.login(enrolled.recoveryCodes().get(0)));
  }

  @Test
  void whoeverGuessesAllAtOnceHasNoMoreTries() {
    var tenant = OwnTenant.create();
    var guess = enrolled(tenant).program().wrong();
    var logins =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> tenant.login(guess)))
            .limit(12)
            .toList();
    var answers = logins.stream().map(login -> login.join().statusCode()).toList();
    assertThat(answers).containsOnly(401, 429);
    assertThat(answers.stream().filter(status -> status == 401)).hasSizeBetween(3, 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"١٢٣٤٥٦", "１２３４５６", "12 34 56", "abc", "'; drop table", "123456789"})
  void whateverIsTypedIsAnsweredCalmly(String typed) {
    var tenant = OwnTenant.create();
    enrolled(tenant);
    assertProblem(tenant.login(typed), 401, "second-factor-wrong");
  }

  @Test
  void digitsOfAnotherScriptAreDigits() {
    var tenant = OwnTenant.create();
    var code = enrolled(tenant).program().code();
    var arabic = new StringBuilder();
    code.chars().forEach(c -> arabic.appendCodePoint('٠' + c - '0'));
    ok(tenant.login(arabic.toString()));
  }

  @Test
  void anAuditorOfThePlatformUsesTheSame() throws SQLException {
    var email = "auditor-" + UUID.randomUUID() + "@movierecap.example";
    try (var owner = TestStack.stack().connectAsOwner(LocalStack.DATABASE);
        var statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute(
          "select set_config('app.tenant_id', id::text, true) from tenant where slug = 'platform'");
      statement.execute(
          "insert into account (tenant_id, email, display_name, password_hash, role)"
              + " select tenant_id, '%s', 'Aud Auditor', password_hash, 'AUDITOR' from account where email = 'operator@movierecap.example'"
                  .formatted(email));
      owner.commit();
    }
    // no tenant is named: those of the platform need not
    var login =
        "{\"email\":\"%s\",\"password\":\"%s\",\"otp\":\"%s\"}"
            .formatted(email, TestStack.PASSWORD, "%s");
    var visitor = Api.anonymous();
    var auditor = bearer(ok(visitor.post("/api/auth/login", login.formatted(""))));
    var program = new Authenticator(ok(auditor.send("POST", FACTOR, null)).get("secret").asText());
    ok(auditor.post(FACTOR + "/confirm", otp(program.code())));
    assertProblem(
        visitor.post("/api/auth/login", login.formatted("")), 401, "second-factor-required");
    var signedIn = bearer(ok(visitor.post("/api/auth/login", login.formatted(program.code()))));
    assertThat(signedIn.get("/admin/audit").statusCode()).isEqualTo(200);
  }

  @Test
  void neitherSecretNorCodesLieInTheDatabaseAsTheyAre() throws SQLException {
    var tenant = OwnTenant.create();
    var enrolled = enrolled(tenant);
    try (var owner = TestStack.stack().connectAsOwner(LocalStack.DATABASE);
        var statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute("select set_config('app.tenant_id', '" + tenant.id() + "', true)");
      try (var rows =
          statement.executeQuery(
              "select octet_length(secret), (select count(*) from recovery_code where code_hash ~ '^[0-9a-f]{64}$') from second_factor")) {
        rows.next();
        // nonce, 160 bits, tag
        assertThat(rows.getInt(1)).isEqualTo(12 + 20 + 16);
        assertThat(rows.getInt(2)).isEqualTo(enrolled.recoveryCodes().size());
      }
      try (var rows =
          statement.executeQuery(
              "select string_agg(c.relname || '.' || a.attname, ' ' order by 1) from pg_attribute a join pg_class c on c.oid = a.attrelid"
                  + " where col_description(a.attrelid, a.attnum) = 'secret'")) {
        rows.next();
        assertThat(rows.getString(1).split(" "))
            .containsExactlyInAnyOrder(
                "account.password_hash",
                "refresh_token.token_hash",
                "invitation.token_hash",
                "second_factor.secret",
                "recovery_code.code_hash",
                "account_link.token_hash",
                "mail.content",
                "sso_provider.client_secret",
                "api_key.key_hash",
                "remembered_device.token_hash");
      }
      owner.rollback();
    }
  }

  private record Enrolled(JsonNode tokens, Authenticator program, List<String> recoveryCodes) {}

  private static Enrolled enrolled(OwnTenant tenant) {
    var tokens = ok(tenant.login());
    var admin = bearer(tokens);
    var program = new Authenticator(ok(admin.send("POST", FACTOR, null)).get("secret").asText());
    var codes = ok(admin.post(FACTOR + "/confirm", otp(program.code()))).get("recovery_codes");
    return new Enrolled(tokens, program, strings(codes));
  }

  private static JsonNode ok(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer);
  }

  private static Api bearer(JsonNode tokens) {
    return Api.anonymous().with("Authorization", "Bearer " + tokens.get("access_token").asText());
  }

  private static String otp(String code) {
    return "{\"otp\":\"%s\"}".formatted(code);
  }

  private static List<String> strings(JsonNode array) {
    var strings = new ArrayList<String>();
    array.forEach(each -> strings.add(each.asText()));
    return strings;
  }
}
