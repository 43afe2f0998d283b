package com.movierecap.it;

import static com.movierecap.it.Api.assertProblem;
import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.movierecap.local.LocalStack;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People of a tenant: invited by mail, given roles, shut out and let in again. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PeopleIT {
  private final OwnTenant tenant = OwnTenant.create();

  @Test
  void somebodyIsInvitedInTheirLanguageAndComesInOnce() throws Exception {
    var email = fresh();
    var made = invite(email, "editor", "ar");
    assertThat(made.get("role").asText()).isEqualTo("editor");
    assertThat(made.has("token")).isFalse();
    var mail = Mails.await(email, 1);
    assertThat(mail.getHeader("Content-Language")[0]).isEqualTo("ar");
    assertThat(mail.getSubject()).isEqualTo("أنتم مدعوون إلى " + tenant.name());
    assertThat(Mails.html(mail)).contains("lang=\"ar\" dir=\"rtl\"").doesNotContain("???", "{0}");
    assertThat(Mails.text(mail)).contains("Ada").doesNotContain("???", "{0}", "<");
    assertThat(Mails.linkFor(email, 1))
        .startsWith(
            "http://%s.localhost:%d/portal/invitation.xhtml?token="
                .formatted(tenant.name(), TestStack.base().getPort()));
    var token = Mails.tokenFor(email);
    // guessed, of another tenant, used, and used again at once
    assertProblem(accept(tenant.visitor(), "x".repeat(43)), 403, "invitation-refused");
    assertProblem(accept(OwnTenant.create().visitor(), token), 403, "invitation-refused");
    assertThat(accept(tenant.visitor(), token).statusCode()).isEqualTo(200);
    assertProblem(accept(tenant.visitor(), token), 403, "invitation-refused");
    assertProblem(
        tenant.admin().post("/api/invitations", wish(email, "viewer", "en")),
        409,
        "account-exists");
    assertThat(json(tenant.admin().get("/api/invitations")).get("items")).isEmpty();
  }

  /** Whether they have a second factor is asked for all of them at once. */
  @Test
  void aListOfManyPeopleTakesAsManyQueriesAsOneOfFew() throws Exception {
    tenant.admin().get("/api/users?limit=200");
    var few = looksAtFactors();
    addPeople(40);
    var listed = json(tenant.admin().get("/api/users?limit=200"));
    assertThat(listed.get("items")).hasSize(41);
    // one look is at the caller's own
    assertThat(looksAtFactors() - few).isLessThan(20);
  }

  private void addPeople(int count) throws Exception {
    try (var superuser = TestStack.stack().connectAsSuperuser(LocalStack.DATABASE);
        var statement = superuser.createStatement()) {
      statement.executeUpdate(
          """
          insert into account (id, tenant_id, kind, email, display_name, role, status)
          select gen_random_uuid(), '%s', 'PERSON', 'p' || n || '@%s.example', 'P' || n, 'VIEWER', 'ACTIVE'
          from generate_series(1, %d) n
          """
              .formatted(tenant.id(), tenant.name(), count));
    }
  }

  /** How often the table of second factors was looked at, as PostgreSQL counts it. */
  private static long looksAtFactors() throws Exception {
    // each connection tells what it did within a second after its transaction
    TimeUnit.MILLISECONDS.sleep(1500);
    try (var superuser = TestStack.stack().connectAsSuperuser(LocalStack.DATABASE);
        var statement = superuser.createStatement();
        var rows =
            statement.executeQuery(
                "select seq_scan + coalesce(idx_scan, 0) from pg_stat_user_tables where relname ="
                    + " 'second_factor'")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test
  void anInvitationIsSentAgainAndTakenBack() {
    var email = fresh();
    var path = "/api/invitations/" + invite(email, "viewer", "de").get("id").asText();
    var first = Mails.tokenFor(email);
    assertThat(tenant.admin().post(path + "/resend", "").statusCode()).isEqualTo(200);
    var second = Mails.tokenFor(email, 2);
    assertProblem(accept(tenant.visitor(), first), 403, "invitation-refused");
    assertThat(tenant.admin().send("DELETE", path, null).statusCode()).isEqualTo(204);
    assertProblem(accept(tenant.visitor(), second), 403, "invitation-refused");
    assertProblem(tenant.admin().get(path), 404, "not-found");
    assertProblem(tenant.admin().post(path + "/resend", ""), 404, "not-found");
  }

  @Test
  void onlyAdministratorsLookAfterPeopleAndOnlyTheirOwn() {
    var editor = member("editor");
    for (var path : List.of("/api/users", "/api/invitations")) {
      assertProblem(editor.api().get(path), 403, "forbidden");
    }
    assertProblem(
        editor.api().post("/api/invitations", wish(fresh(), "viewer", "en")), 403, "forbidden");
    var other = OwnTenant.create();
    assertProblem(other.admin().get("/api/users/" + editor.id()), 404, "not-found");
    assertProblem(change(other.admin(), editor.id(), "{\"role\":\"viewer\"}"), 404, "not-found");
    for (var role : List.of("operator", "auditor", "VIEWER", "")) {
      assertProblem(
          tenant.admin().post("/api/invitations", wish(fresh(), role, "en")),
          400,
          "invalid-request");
    }
    for (var email : List.of("nobody", "a@b\\r\\nBcc: c@d.example", "a b@c.example", "@x")) {
      assertProblem(
          tenant.admin().post("/api/invitations", wish(email, "viewer", "en")),
          400,
          "invalid-request");
    }
  }

  @Test
  void whoeverIsShutOutIsOutUntilTheyAreLetInAgain() {
    var editor = member("editor");
    var path = "/api/users/" + editor.id();
    var seen = tenant.admin().get(path);
    var version = seen.headers().firstValue("ETag").orElseThrow();
    assertThat(change(tenant.admin(), editor.id(), "{\"status\":\"disabled\"}").statusCode())
        .isEqualTo(200);
    assertProblem(
        tenant.admin().with("If-Match", version).send("PATCH", path, "{\"status\":\"active\"}"),
        412,
        "precondition-failed");
    assertProblem(tenant.refresh(editor.tokens()), 401, "refresh-token-refused");
    assertProblem(login(editor.email()), 401, "wrong-credentials");
    assertThat(change(tenant.admin(), editor.id(), "{\"status\":\"active\"}").statusCode())
        .isEqualTo(200);
    assertThat(login(editor.email()).statusCode()).isEqualTo(200);
    var audited = json(tenant.admin().get("/api/audit?action=account-disabled")).at("/items/0");
    assertThat(audited.at("/before/status").asText()).isEqualTo("active");
    assertThat(audited.at("/after/status").asText()).isEqualTo("disabled");
  }

  @Test
  void oneAdministratorStaysEvenWhenTwoLeaveAtOnce() {
    var own = json(tenant.admin().get("/api/account")).get("id").asText();
    assertProblem(change(tenant.admin(), own, "{\"role\":\"viewer\"}"), 409, "last-administrator");
    assertProblem(
        change(tenant.admin(), own, "{\"status\":\"disabled\"}"), 409, "last-administrator");
    var second = member("tenant-admin");
    var changes =
        List.of(own, second.id()).stream()
            .map(
                id ->
                    CompletableFuture.supplyAsync(
                        () -> change(tenant.admin(), id, "{\"role\":\"viewer\"}").statusCode()))
            .toList();
    assertThat(changes.stream().map(CompletableFuture::join)).contains(200).contains(409);
  }

  @Test
  void aChangedRoleIsWrittenDownWithBeforeAndAfter() {
    var viewer = member("viewer");
    assertThat(change(tenant.admin(), viewer.id(), "{\"role\":\"editor\"}").statusCode())
        .isEqualTo(200);
    var audited = json(tenant.admin().get("/api/audit?action=role-changed")).at("/items/0");
    assertThat(audited.at("/before/role").asText()).isEqualTo("viewer");
    assertThat(audited.at("/after/role").asText()).isEqualTo("editor");
    assertProblem(tenant.refresh(viewer.tokens()), 401, "refresh-token-refused");
  }

  @Test
  void aLostFactorIsTakenAwayByAnAdministratorAndItsOwnerIsTold() throws Exception {
    var editor = member("editor");
    assertProblem(reset(editor.id()), 404, "not-found");
    var begun = json(editor.api().send("POST", "/api/auth/factor", null));
    var program = new Authenticator(begun.get("secret").asText());
    editor.api().post("/api/auth/factor/confirm", "{\"otp\":\"%s\"}".formatted(program.code()));
    assertProblem(login(editor.email()), 401, "second-factor-required");
    assertThat(reset(editor.id()).statusCode()).isEqualTo(204);
    assertThat(login(editor.email()).statusCode()).isEqualTo(200);
    assertThat(Mails.await(editor.email(), 2).getSubject())
        .isEqualTo("Your second factor was removed");
    assertThat(json(tenant.admin().get("/api/audit?action=second-factor-reset")).get("items"))
        .hasSize(1);
    var own = json(tenant.admin().get("/api/account")).get("id").asText();
    assertProblem(reset(own), 403, "forbidden");
  }

  private record Member(String id, String email, JsonNode tokens, Api api) {}

  private Member member(String role) {
    var email = fresh();
    invite(email, role, "en");
    var tokens = json(accept(tenant.visitor(), Mails.tokenFor(email)));
    var api =
        Api.anonymous().with("Authorization", "Bearer " + tokens.get("access_token").asText());
    return new Member(json(api.get("/api/account")).get("id").asText(), email, tokens, api);
  }

  private JsonNode invite(String email, String role, String language) {
    var made = tenant.admin().post("/api/invitations", wish(email, role, language));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return json(made);
  }

  private static HttpResponse<String> accept(Api visitor, String token) {
    return visitor.post(
        "/api/auth/invitations",
        "{\"token\":\"%s\",\"display_name\":\"Nora New\",\"password\":\"%s\"}"
            .formatted(token, OwnTenant.PASSWORD));
  }

  private static HttpResponse<String> change(Api admin, String id, String body) {
    return admin.send("PATCH", "/api/users/" + id, body);
  }

  private HttpResponse<String> reset(String id) {
    return tenant.admin().post("/api/users/" + id + "/reset-factor", "");
  }

  private HttpResponse<String> login(String email) {
    return tenant
        .visitor()
        .post(
            "/api/auth/login",
            "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, OwnTenant.PASSWORD));
  }

  private static String wish(String email, String role, String language) {
    return "{\"email\":\"%s\",\"role\":\"%s\",\"language\":\"%s\"}"
        .formatted(email, role, language);
  }

  private static String fresh() {
    return "p" + UUID.randomUUID() + "@people.example";
  }
}
