package com.movierecap.it;

import static com.movierecap.it.Api.assertProblem;
import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.movierecap.local.LocalStack;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator in somebody's place: what they may do, who knows of it, and when it is over. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ImpersonationIT {
  private static final String REASON = "Ticket 4711: an upload stops at 80 %";
  private static final String OPERATOR = "operator@movierecap.example";

  /** Longer than any node remembers what a session may do. */
  private final OwnTenant tenant = OwnTenant.create();

  @Test
  void theyDoWhatThePersonMayDoAndTheLogSaysWhoItWas() throws Exception {
    var begun = begun(Api.operator());
    var claims = SignedJWT.parse(begun.get("access_token").asText()).getJWTClaimsSet();
    assertThat(claims.getStringClaim("upn")).isEqualTo(tenant.email());
    assertThat(claims.getJSONObjectClaim("act")).containsEntry("upn", OPERATOR);
    assertThat(Duration.between(Instant.now(), Instant.parse(begun.get("expires_at").asText())))
        .isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30));

    var theirs = bearer(begun);
    assertThat(json(theirs.get("/api/account")).get("email").asText()).isEqualTo(tenant.email());
    var claimed = theirs.post("/api/domains", "{\"domain\":\"in-place.example.com\"}");
    assertThat(claimed.statusCode()).as(claimed.body()).isEqualTo(201);

    var log = json(tenant.admin().get("/api/audit?limit=5")).get("items");
    assertThat(log.get(0).get("action").asText()).isEqualTo("domain-claimed");
    assertThat(log.get(0).get("actor").asText()).isEqualTo(OPERATOR + " → " + tenant.email());
    assertThat(log.get(1).get("action").asText()).isEqualTo("impersonation-begun");
    assertThat(log.get(1).get("actor").asText()).isEqualTo(OPERATOR);
    assertThat(log.get(1).get("subject").asText()).isEqualTo(tenant.email());
    assertThat(log.get(1).get("after").get("reason").asText()).isEqualTo(REASON);

    var ended = refresh(tenant.visitor(), "/api/auth/logout", begun);
    assertThat(ended.statusCode()).isEqualTo(204);
    assertProblem(theirs.get("/api/account"), 401, "sign-in-required");
    var last = json(tenant.admin().get("/api/audit?limit=1")).get("items").get(0);
    assertThat(last.get("action").asText()).isEqualTo("impersonation-ended");
    assertThat(last.get("actor").asText()).isEqualTo(OPERATOR + " → " + tenant.email());
  }

  @Test
  void thePersonSeesItAndCanEndIt() {
    var theirs = bearer(begun(Api.operator()));
    assertThat(theirs.get("/api/movies").statusCode()).isEqualTo(200);
    var seen = json(tenant.admin().get("/api/sessions")).get("items");
    var strange =
        java.util.stream.StreamSupport.stream(seen.spliterator(), false)
            .filter(each -> each.hasNonNull("operator"))
            .toList();
    assertThat(strange).hasSize(1);
    assertThat(strange.get(0).get("operator").asText()).isEqualTo(OPERATOR);
    var end =
        tenant.admin().send("DELETE", "/api/sessions/" + strange.get(0).get("id").asText(), null);
    assertThat(end.statusCode()).isEqualTo(204);
    assertProblem(theirs.get("/api/movies"), 401, "sign-in-required");
  }

  /** Generated: an operation or a secret that is added tomorrow is attacked tomorrow. */
  @Test
  void nothingThatProvesWhoSomebodyIsChangesByIt() throws SQLException {
    tenant.admin().post("/api/invitations", "{\"email\":\"x@y.example\",\"role\":\"viewer\"}");
    var begun = begun(Api.operator());
    var theirs = bearer(begun);
    var ids = new HashMap<>(Belongings.nothing());
    for (var kind : List.of("invitations", "users", "sessions")) {
      ids.put(kind, json(tenant.admin().get("/api/" + kind)).at("/items/0/id").asText());
    }
    var before = proofs();
    assertThat(before).containsKeys("account", "second_factor", "invitation", "sso_provider");
    var refused = new ArrayList<String>();
    for (var operation : Operations.that(each -> each.isTenants() && !each.reads())) {
      var answer = operation.ask(theirs, ids);
      assertThat(answer.statusCode()).as(operation.toString()).isNotEqualTo(401);
      if (answer.body().contains("not-in-person")) {
        refused.add(operation.id());
      }
    }
    assertThat(proofs()).isEqualTo(before);
    assertThat(refused)
        .contains(
            "changePassword",
            "askForAddress",
            "beginFactor",
            "replaceFactor",
            "confirmFactor",
            "removeFactor",
            "endSession",
            "endOtherSessions",
            "createInvitation",
            "changeUser",
            "resetFactor",
            "setSso");
    // nor can a refreshed token
    var next = refresh(tenant.visitor(), "/api/auth/refresh", begun);
    assertThat(next.statusCode()).isEqualTo(200);
    assertProblem(bearer(json(next)).send("POST", "/api/auth/factor", null), 403, "not-in-person");
  }

  @Test
  void itIsOverAfterHalfAnHourAndWithTheOperatorsOwnSession() throws Exception {
    var lasting = begun(Api.operator());
    var outlived = bearer(lasting);
    assertThat(outlived.get("/api/movies").statusCode()).isEqualTo(200);
    sql("update sign_in set expires_at = now() where operator is not null");
    awaitRefusal(outlived);
    assertProblem(
        refresh(tenant.visitor(), "/api/auth/refresh", lasting), 401, "refresh-token-refused");

    var own = operatorsTokens();
    var left = bearer(begun(bearer(own)));
    assertThat(left.get("/api/movies").statusCode()).isEqualTo(200);
    assertThat(refresh(platform(), "/api/auth/logout", own).statusCode()).isEqualTo(204);
    awaitRefusal(left);
  }

  @Test
  void whoMayNotBeReplacedIsNot() throws Exception {
    var operator = Api.operator();
    for (var reason : List.of("", "too short", "   \t       \t   ", "x".repeat(501))) {
      assertProblem(begin(operator, tenant.email(), reason), 400, "invalid-request");
    }
    assertProblem(begin(operator, "nobody@nowhere.example", REASON), 404, "account-not-found");
    // no member, and nobody in a member's place
    var theirs = bearer(begun(operator));
    assertProblem(begin(theirs, tenant.email(), REASON), 403, "forbidden");
    assertProblem(begin(tenant.admin(), tenant.email(), REASON), 403, "forbidden");
    // nobody of our own
    var platform = json(operator.get("/admin/tenants?search=platform")).at("/items/0/id").asText();
    assertThat(platform).isNotEmpty();
    assertProblem(
        operator.post(
            "/admin/tenants/" + platform + "/impersonations",
            "{\"email\":\"%s\",\"reason\":\"%s\"}".formatted(OPERATOR, REASON)),
        404,
        "not-found");
    sql("update account set status = 'DISABLED'");
    assertProblem(begin(operator, tenant.email(), REASON), 404, "account-not-found");
    awaitRefusal(theirs);
    assertThat(operator.post(tenant.path() + "/suspend", "").statusCode()).isEqualTo(200);
    assertProblem(begin(operator, tenant.email(), REASON), 403, "tenant-suspended");
  }

  private JsonNode begun(Api operator) {
    var answer = begin(operator, tenant.email(), REASON);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return json(answer);
  }

  private HttpResponse<String> begin(Api operator, String email, String reason) {
    return operator.post(
        tenant.path() + "/impersonations",
        "{\"email\":\"%s\",\"reason\":\"%s\"}".formatted(email, reason.replace("\t", "\\t")));
  }

  private static Api platform() {
    return Api.anonymous().with("X-Tenant-ID", "platform");
  }

  private static JsonNode operatorsTokens() {
    return json(
        platform()
            .post(
                "/api/auth/login",
                "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(OPERATOR, TestStack.PASSWORD)));
  }

  private static HttpResponse<String> refresh(Api visitor, String path, JsonNode tokens) {
    return visitor.post(
        path, "{\"refresh_token\":\"%s\"}".formatted(tokens.get("refresh_token").asText()));
  }

  private static Api bearer(JsonNode tokens) {
    return Api.anonymous().with("Authorization", "Bearer " + tokens.get("access_token").asText());
  }

  private static void awaitRefusal(Api api) throws Exception {
    Await.until("it is refused", () -> api.get("/api/movies").statusCode() != 200);
    assertProblem(api.get("/api/movies"), 401, "sign-in-required");
  }

  /**
   * Every row of the tenant's tables that hold a secret, and who is signed in. What somebody is
   * called and reads proves nothing.
   */
  private Map<String, List<String>> proofs() throws SQLException {
    var proofs = new TreeMap<String, List<String>>();
    try (var owner = ofTenant()) {
      var tables =
          strings(
              owner,
              "select distinct attrelid::regclass::text from pg_attribute"
                  + " where col_description(attrelid, attnum) = 'secret' and attrelid <> 'mail'::regclass");
      for (var table : tables) {
        proofs.put(
            table,
            strings(
                owner,
                "select (to_jsonb(t) - array['display_name', 'locale', 'version'])::text from "
                    + table
                    + " t order by id"));
      }
      proofs.put(
          "sign_in",
          strings(owner, "select id || coalesce(revoked_at::text, '') from sign_in order by id"));
    }
    return proofs;
  }

  private void sql(String statement) throws SQLException {
    try (var owner = ofTenant();
        var run = owner.createStatement()) {
      run.executeUpdate(statement);
      owner.commit();
    }
  }

  private Connection ofTenant() throws SQLException {
    var owner = TestStack.stack().connectAsOwner(LocalStack.DATABASE);
    owner.setAutoCommit(false);
    try (var statement = owner.createStatement()) {
      statement.execute("select set_config('app.tenant_id', '" + tenant.id() + "', true)");
    }
    return owner;
  }

  private static List<String> strings(Connection owner, String query) throws SQLException {
    var found = new ArrayList<String>();
    try (var statement = owner.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
