package com.movierecap.it;

import static com.movierecap.it.Api.assertProblem;
import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.local.LocalStack;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people do with their own accounts: a lost password, a new one, another address. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AccountIT {
  private static final String CHOSEN = "another horse, another staple";

  private final OwnTenant tenant = OwnTenant.create();

  @Test
  void aLostPasswordIsReplacedByMailOnceAndEndsWhatWasSignedIn() throws Exception {
    var tokens = json(tenant.login());
    assertThat(ask(tenant.email()).statusCode()).isEqualTo(202);
    var token = Mails.tokenFor(tenant.email(), 2);
    assertProblem(confirm(tenant.visitor(), "A".repeat(43), CHOSEN), 403, "link-refused");
    assertProblem(confirm(OwnTenant.create().visitor(), token, CHOSEN), 403, "link-refused");
    // a password that cannot be taken does not use the link up
    assertProblem(confirm(tenant.visitor(), token, "1234567"), 400, "password-length");
    assertThat(confirm(tenant.visitor(), token, CHOSEN).statusCode()).isEqualTo(204);
    assertProblem(confirm(tenant.visitor(), token, CHOSEN), 403, "link-refused");
    assertProblem(tenant.login(), 401, "wrong-credentials");
    assertThat(login(CHOSEN).statusCode()).isEqualTo(200);
    assertProblem(tenant.refresh(tokens), 401, "refresh-token-refused");
    assertThat(Mails.await(tenant.email(), 3).getSubject()).isEqualTo("Your password was changed");
  }

  @Test
  void aLinkThatIsTooOldOpensNothing() throws SQLException {
    ask(tenant.email());
    var token = Mails.tokenFor(tenant.email(), 2);
    try (var owner = TestStack.stack().connectAsOwner(LocalStack.DATABASE);
        var statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute("select set_config('app.tenant_id', '" + tenant.id() + "', true)");
      // half an hour later
      assertThat(
              statement.executeUpdate(
                  "update account_link set created_at = created_at - interval '30 minutes', expires_at = expires_at - interval '30 minutes'"))
          .isEqualTo(1);
      owner.commit();
    }
    assertProblem(confirm(tenant.visitor(), token, CHOSEN), 403, "link-refused");
  }

  @Test
  void aSecondFactorStaysWhenAPasswordIsLost() {
    var begun = json(tenant.admin().send("POST", "/api/auth/factor", null));
    var program = new Authenticator(begun.get("secret").asText());
    tenant.admin().post("/api/auth/factor/confirm", "{\"otp\":\"%s\"}".formatted(program.code()));
    ask(tenant.email());
    confirm(tenant.visitor(), Mails.tokenFor(tenant.email(), 2), CHOSEN);
    assertProblem(login(CHOSEN), 401, "second-factor-required");
  }

  @Test
  void whoeverAsksForALinkLearnsNothingAndIsHeardFiveTimes() throws SQLException {
    var known = ask(tenant.email());
    var unknown = ask("nobody-" + UUID.randomUUID() + "@people.example");
    assertThat(unknown.statusCode()).isEqualTo(known.statusCode()).isEqualTo(202);
    assertThat(unknown.body()).isEqualTo(known.body());
    for (int i = 1; i < 5; i++) {
      RedisKeys.age("*" + tenant.id() + ":tries:reset-mail:*", Duration.ofSeconds(5));
      assertThat(ask(tenant.email()).statusCode()).isEqualTo(202);
    }
    assertProblem(ask(tenant.email()), 429, "mail-paused");
    assertThat(ask("other-" + UUID.randomUUID() + "@people.example").statusCode()).isEqualTo(202);
    // the invitation, and what was heard: no seventh was even written
    Mails.await(tenant.email(), 6);
    assertThat(mails()).isEqualTo(6);
  }

  /** Of the tenant, sent or to be sent. */
  private long mails() throws SQLException {
    try (var owner = TestStack.stack().connectAsOwner(LocalStack.DATABASE);
        var statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute("select set_config('app.tenant_id', '" + tenant.id() + "', true)");
      try (var count = statement.executeQuery("select count(*) from mail")) {
        count.next();
        return count.getLong(1);
      }
    }
  }

  @Test
  void aLinkIsNeitherInTheDatabaseNorInTheOutboxOnceItWasSent() throws SQLException {
    ask(tenant.email());
    var token = Mails.tokenFor(tenant.email(), 2);
    try (var owner = TestStack.stack().connectAsOwner(LocalStack.DATABASE);
        var statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute("select set_config('app.tenant_id', '" + tenant.id() + "', true)");
      long end = System.nanoTime() + 20_000_000_000L;
      String left;
      do {
        try (var rows =
            statement.executeQuery(
                "select count(content) || ' ' || count(sent_at) || ' ' || count(*) filter (where m::text like '%"
                    + token
                    + "%') from mail m")) {
          rows.next();
          left = rows.getString(1);
        }
      } while (!left.equals("0 2 0") && System.nanoTime() < end);
      assertThat(left).isEqualTo("0 2 0");
      try (var rows =
          statement.executeQuery(
              "select count(*), count(*) filter (where l::text like '%"
                  + token
                  + "%') from account_link l")) {
        rows.next();
        assertThat(rows.getInt(1)).isEqualTo(1);
        assertThat(rows.getInt(2)).isZero();
      }
      owner.rollback();
    }
  }

  @Test
  void aPasswordIsChangedByWhoKnowsThePresentOneAndOtherSignInsEnd() throws Exception {
    var other = json(tenant.login());
    var own = json(tenant.login());
    var me = Api.anonymous().with("Authorization", "Bearer " + own.get("access_token").asText());
    assertProblem(changePassword(me, "wrong one", CHOSEN), 403, "password-wrong");
    assertThat(changePassword(me, OwnTenant.PASSWORD, CHOSEN).statusCode()).isEqualTo(204);
    assertProblem(tenant.refresh(other), 401, "refresh-token-refused");
    assertThat(tenant.refresh(own).statusCode()).isEqualTo(200);
    assertThat(login(CHOSEN).statusCode()).isEqualTo(200);
    assertThat(Mails.await(tenant.email(), 2).getSubject()).isEqualTo("Your password was changed");
    for (int i = 0; i < 4; i++) {
      assertProblem(changePassword(me, "wrong one", CHOSEN), 403, "password-wrong");
      RedisKeys.age("*" + tenant.id() + ":tries:present-password:*", Duration.ofSeconds(5));
    }
    assertProblem(changePassword(me, "wrong one", CHOSEN), 429, "password-paused");
    assertProblem(changePassword(me, CHOSEN, CHOSEN), 429, "password-paused");
  }

  @ParameterizedTest
  @CsvSource({
    "1234567, password-length",
    "password1, password-common",
    "P@ssw0rd, password-common",
    "11111111, password-common",
    "Ada Lovelace, password-own-name"
  })
  void whatEverybodyTriesFirstIsRefused(String password, String problem) {
    tenant.admin().send("PATCH", "/api/account", "{\"display_name\":\"Ada Lovelace\"}");
    assertProblem(changePassword(tenant.admin(), OwnTenant.PASSWORD, password), 400, problem);
  }

  @Test
  void anyCharactersAreGoodAndSoAreOneHundredAndTwentyEight() {
    var long128 = "日本語のパスワード 🎬".repeat(20).substring(0, 100) + "x".repeat(20);
    assertThat(changePassword(tenant.admin(), OwnTenant.PASSWORD, long128).statusCode())
        .isEqualTo(204);
    assertThat(login(long128).statusCode()).isEqualTo(200);
    assertProblem(
        changePassword(tenant.admin(), long128, "ab1 ".repeat(33)), 400, "password-length");
  }

  @Test
  void anAddressChangesWhenTheNewOneIsConfirmedAndTheOldOneIsTold() throws Exception {
    var email = "new-" + UUID.randomUUID() + "@people.example";
    var wish = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, OwnTenant.PASSWORD);
    assertProblem(
        tenant.admin().post("/api/account/email", wish.replace(OwnTenant.PASSWORD, "wrong")),
        403,
        "password-wrong");
    assertThat(tenant.admin().post("/api/account/email", wish).statusCode()).isEqualTo(202);
    var token = "{\"token\":\"%s\"}".formatted(Mails.tokenFor(email));
    assertThat(tenant.login().statusCode()).isEqualTo(200);
    var confirm = "/api/account/email/confirm";
    assertProblem(OwnTenant.create().visitor().post(confirm, token), 403, "link-refused");
    assertThat(tenant.visitor().post(confirm, token).statusCode()).isEqualTo(204);
    assertProblem(tenant.visitor().post(confirm, token), 403, "link-refused");
    assertProblem(tenant.login(), 401, "wrong-credentials");
    assertThat(json(tenant.admin().get("/api/account")).get("email").asText()).isEqualTo(email);
    assertThat(Mails.text(Mails.await(tenant.email(), 2))).contains(email);
  }

  private HttpResponse<String> ask(String email) {
    return tenant.visitor().post("/api/auth/reset", "{\"email\":\"%s\"}".formatted(email));
  }

  private static HttpResponse<String> confirm(Api visitor, String token, String password) {
    return visitor.post(
        "/api/auth/reset/confirm",
        "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(token, password));
  }

  private static HttpResponse<String> changePassword(Api me, String present, String chosen) {
    return me.post(
        "/api/account/password",
        "{\"present_password\":\"%s\",\"password\":\"%s\"}".formatted(present, chosen));
  }

  private HttpResponse<String> login(String password) {
    return tenant
        .visitor()
        .post(
            "/api/auth/login",
            "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(tenant.email(), password));
  }
}
