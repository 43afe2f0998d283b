package com.movierecap.it;

import static com.movierecap.it.Api.assertProblem;
import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever guesses is slowed and then paused, and nobody else is. Time passes in Redis alone. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class GuessingIT {
  private static final Duration A_WHILE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private final OwnTenant tenant = OwnTenant.create();
  private final Elsewhere stranger = Elsewhere.fresh(tenant.name());

  @Test
  void wrongPasswordsAreSlowedThenPausedAndTheRightOneToo() {
    for (int i = 0; i < 3; i++) {
      assertProblem(stranger.login(tenant.email(), "wrong"), 401, "wrong-credentials");
    }
    // as if the third were yet to come, however slow this machine is
    age(A_WHILE.negated());
    assertThat(paused(stranger.login(tenant.email(), "wrong"))).isBetween(1L, 12L);
    assertThat(paused(stranger.login(tenant.email(), OwnTenant.PASSWORD))).isBetween(1L, 12L);
    age(A_WHILE.multipliedBy(2));
    assertProblem(stranger.login(tenant.email(), "wrong"), 401, "wrong-credentials");
    age(A_WHILE);
    assertThat(paused(stranger.login(tenant.email(), "wrong"))).isBetween(200L, 300L);
    var sixth = stranger.login(tenant.email(), "wrong");
    var right = stranger.login(tenant.email(), OwnTenant.PASSWORD);
    assertThat(paused(sixth)).isBetween(200L, 300L);
    assertThat(paused(right)).isBetween(200L, 300L);
    assertThat(json(right).get("detail").asText()).contains("Please try again in 5 minutes.");
    assertThat(json(right).get("title")).isEqualTo(json(sixth).get("title"));
    // written down once, however many were refused
    assertThat(audited("guessing-paused")).isEqualTo(1);
    assertThat(audited("sign-in", "refused")).isEqualTo(5);
    age(PAUSE);
    assertThat(stranger.login(tenant.email(), OwnTenant.PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void anAccountThatDoesNotExistIsAnsweredAlike() {
    var nobody = "nobody@" + tenant.name() + ".example";
    var known = new ArrayList<String>();
    var unknown = new ArrayList<String>();
    for (int i = 0; i < 7; i++) {
      known.add(kind(stranger.login(tenant.email(), "wrong")));
      unknown.add(kind(Elsewhere.fresh(tenant.name()).login(" " + nobody.toUpperCase(), "wrong")));
      age(i < 5 ? A_WHILE : Duration.ZERO);
    }
    assertThat(unknown).isEqualTo(known).contains("429 password-paused");
  }

  @Test
  void strangersHaveTheSameTriesWhereverTheyComeFromAndKeepNobodyOut() {
    for (int i = 0; i < 5; i++) {
      Elsewhere.fresh(tenant.name()).login(tenant.email(), "wrong " + i);
      age(A_WHILE);
    }
    paused(Elsewhere.fresh(tenant.name()).login(tenant.email(), OwnTenant.PASSWORD));
    // here the account was entered before
    assertThat(tenant.login().statusCode()).isEqualTo(200);
    // whose owner may guess, and whose success gives strangers nothing back
    var familiar = new Elsewhere("127.0.0.1", tenant.name());
    assertProblem(familiar.login(tenant.email(), "wrong"), 401, "wrong-credentials");
    assertThat(tenant.login().statusCode()).isEqualTo(200);
    paused(stranger.login(tenant.email(), OwnTenant.PASSWORD));
    // another account is open to strangers
    assertProblem(
        stranger.login("other@" + tenant.name() + ".example", "wrong"), 401, "wrong-credentials");
  }

  @Test
  void guessesAllAtOnceAreNoMoreThanInTurn() {
    var answers = atOnce(50, i -> stranger.login(tenant.email(), "guess " + i));
    assertThat(answers.stream().map(HttpResponse::statusCode)).containsOnly(401, 429);
    assertThat(answers.stream().filter(answer -> answer.statusCode() == 401))
        .hasSizeLessThanOrEqualTo(4);
    assertThat(audited("sign-in", "refused")).isLessThanOrEqualTo(5);
  }

  @Test
  void rightPasswordsAllAtOnceAreNoGuesses() {
    assertThat(atOnce(50, i -> tenant.login()).stream().map(HttpResponse::statusCode))
        .containsOnly(200);
    assertThat(
            atOnce(12, i -> stranger.login(tenant.email(), OwnTenant.PASSWORD)).stream()
                .map(HttpResponse::statusCode))
        .containsOnly(200);
  }

  @Test
  void oneNetworkMayNotGuessAtEverybodyAndAnAccountOfOnesOwnGivesNothingBack() {
    var own = OwnTenant.create();
    var counter = "recap:-:tries:password:" + stranger.address();
    for (int i = 0; i < 4; i++) {
      var victim = "v%d@%s.example".formatted(i, tenant.name());
      assertProblem(stranger.login(victim, "Summer2026!"), 401, "wrong-credentials");
      assertThat(stranger.naming(own.name()).login(own.email(), OwnTenant.PASSWORD).statusCode())
          .isEqualTo(200);
    }
    assertThat(RedisKeys.count(counter)).isEqualTo(4);
    RedisKeys.fill(counter, 96);
    for (var header : List.of("X-Forwarded-For: ", "Forwarded: for=", "X-Real-IP: ", "$WSRA: ")) {
      paused(stranger.login("new@" + tenant.name() + ".example", "wrong", header + "192.0.2.1"));
    }
    paused(stranger.login(tenant.email(), OwnTenant.PASSWORD));
    // whoever was let in here before is no stranger
    assertThat(stranger.naming(own.name()).login(own.email(), OwnTenant.PASSWORD).statusCode())
        .isEqualTo(200);
    assertProblem(
        Elsewhere.fresh(tenant.name()).login("new@" + tenant.name() + ".example", "wrong"),
        401,
        "wrong-credentials");
  }

  @Test
  void whoKnowsThePasswordAndGuessesCodesDoesNotKeepTheOwnerOut() {
    var admin = tenant.admin();
    var factor = "/api/auth/factor";
    var secret = json(admin.send("POST", factor, null)).get("secret").asText();
    var program = new Authenticator(secret);
    admin.post(factor + "/confirm", "{\"otp\":\"%s\"}".formatted(program.code()));
    for (int i = 0; i < 5; i++) {
      guessCode(program.wrong());
      RedisKeys.age("*" + tenant.id() + ":tries:code:*", A_WHILE);
    }
    assertProblem(guessCode(program.code()), 429, "second-factor-paused");
    assertThat(audited("guessing-paused")).isEqualTo(1);
    assertThat(tenant.login(program.code()).statusCode()).isEqualTo(200);
    RedisKeys.age("*" + tenant.id() + ":tries:code:*", PAUSE);
    assertThat(guessCode(program.code()).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "link, /api/auth/reset/confirm, link-refused",
    "link, /api/account/email/confirm, link-refused",
    "invitation, /api/auth/invitations, invitation-refused"
  })
  void tokensAreGuessedFromNowhereForLong(String kind, String path, String refused) {
    var body =
        switch (path) {
          case "/api/auth/reset/confirm" -> "{\"token\":\"%s\",\"password\":\"a good one indeed\"}";
          case "/api/auth/invitations" ->
              "{\"token\":\"%s\",\"display_name\":\"Nora\",\"password\":\"a good one indeed\"}";
          default -> "{\"token\":\"%s\"}";
        };
    assertProblem(stranger.post(path, body.formatted("x".repeat(43))), 403, refused);
    var counter = "recap:-:tries:" + kind + ":" + stranger.address();
    assertThat(RedisKeys.count(counter)).isEqualTo(1);
    RedisKeys.fill(counter, 98);
    RedisKeys.age(counter, Duration.ofMinutes(1));
    assertThat(retryAfter(stranger.post(path, body.formatted("y")), "tokens-paused"))
        .isBetween(180L, 240L);
    var token = token(kind, path);
    assertProblem(stranger.post(path, body.formatted(token)), 429, "tokens-paused");
    assertThat(audited("guessing-paused")).isEqualTo(1);
    assertThat(Elsewhere.fresh(tenant.name()).post(path, body.formatted(token)).statusCode())
        .isIn(200, 204);
  }

  @Test
  void aDeadRefreshTokenThatGoesOnComingSignsNobodyElseOut() {
    var path = "/api/auth/refresh";
    var body = "{\"refresh_token\":\"%s\"}";
    assertProblem(stranger.post(path, body.formatted("dead")), 401, "refresh-token-refused");
    RedisKeys.fill("recap:-:tries:refresh-token:" + stranger.address(), 99);
    retryAfter(stranger.post(path, body.formatted("dead")), "tokens-paused");
    var living = json(tenant.login()).get("refresh_token").asText();
    assertThat(stranger.post(path, body.formatted(living)).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reset", "invitation", "address"})
  void nobodysMailboxIsFilled(String kind) {
    var email = kind + "-" + UUID.randomUUID() + "@people.example";
    for (int i = 0; i < 5; i++) {
      assertThat(wish(kind, email).statusCode()).as("wish %d", i).isIn(201, 202);
      RedisKeys.age("*" + tenant.id() + ":tries:" + kind + "-mail:*", A_WHILE);
    }
    assertThat(retryAfter(wish(kind, email), "mail-paused")).isBetween(200L, 300L);
    RedisKeys.age("*" + tenant.id() + ":tries:" + kind + "-mail:*", PAUSE);
    assertThat(wish(kind, email).statusCode()).isIn(201, 202);
  }

  @Test
  void operatorsAreNoEasierToGuess() {
    var email = "nobody-" + UUID.randomUUID() + "@movierecap.example";
    var anonymous = stranger.naming(null);
    var answers = new HashSet<String>();
    for (int i = 0; i < 4; i++) {
      answers.add(kind(anonymous.login(email, "wrong")));
      RedisKeys.age("*:tries:password:*", A_WHILE);
    }
    assertThat(answers).containsExactly("400 tenant-required");
    paused(anonymous.login(email, "wrong"));
    paused(anonymous.login(email, "wrong"));
  }

  private HttpResponse<String> wish(String kind, String email) {
    return switch (kind) {
      case "reset" -> stranger.post("/api/auth/reset", "{\"email\":\"%s\"}".formatted(email));
      case "address" ->
          tenant
              .admin()
              .post(
                  "/api/account/email",
                  "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, OwnTenant.PASSWORD));
      default ->
          tenant
              .admin()
              .post(
                  "/api/invitations",
                  "{\"email\":\"%s\",\"role\":\"viewer\",\"language\":\"en\"}".formatted(email));
    };
  }

  /** One that opens something. */
  private String token(String kind, String path) {
    if (kind.equals("invitation")) {
      var email = "i" + UUID.randomUUID() + "@people.example";
      wish("invitation", email);
      return Mails.tokenFor(email);
    }
    if (path.startsWith("/api/auth")) {
      Elsewhere.fresh(tenant.name())
          .post("/api/auth/reset", "{\"email\":\"%s\"}".formatted(tenant.email()));
      return Mails.tokenFor(tenant.email(), 2);
    }
    var email = "a" + UUID.randomUUID() + "@people.example";
    wish("address", email);
    return Mails.tokenFor(email);
  }

  private HttpResponse<String> guessCode(String otp) {
    return stranger.post(
        "/api/auth/login",
        "{\"email\":\"%s\",\"password\":\"%s\",\"otp\":\"%s\"}"
            .formatted(tenant.email(), OwnTenant.PASSWORD, otp));
  }

  private void age(Duration by) {
    RedisKeys.age("*" + tenant.id() + ":tries:password:*", by);
  }

  private static long paused(HttpResponse<String> answer) {
    return retryAfter(answer, "password-paused");
  }

  private static long retryAfter(HttpResponse<String> answer, String slug) {
    assertProblem(answer, 429, slug);
    return answer.headers().firstValueAsLong("Retry-After").orElseThrow();
  }

  private static String kind(HttpResponse<String> answer) {
    return answer.statusCode() + " " + json(answer).get("type").asText().replaceAll(".*/", "");
  }

  private long audited(String action) {
    return audited(action, "refused");
  }

  private long audited(String action, String outcome) {
    long found = 0;
    for (var line :
        json(tenant.admin().get("/api/audit?limit=100&action=" + action)).get("items")) {
      found += line.get("outcome").asText().equals(outcome) ? 1 : 0;
    }
    return found;
  }

  private static List<HttpResponse<String>> atOnce(
      int times, IntFunction<HttpResponse<String>> step) {
    var threads = Executors.newFixedThreadPool(times);
    try {
      var begun =
          IntStream.range(0, times)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> step.apply(i), threads))
              .toList();
      return begun.stream().map(CompletableFuture::join).toList();
    } finally {
      threads.shutdown();
    }
  }
}
