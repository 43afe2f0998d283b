package com.movierecap.it;

import static com.movierecap.it.Api.assertProblem;
import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Accounts of programs, and that a key is never more than its owner, whoever that is. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ServiceAccountsIT {
  private static final String SERVICES = "/api/service-accounts";
  private static final String ORDER = "/api/movies/" + UUID.randomUUID() + "/recaps";
  private static final String WISH = "{\"length_seconds\":5}";

  private final OwnTenant tenant = OwnTenant.create();
  private final Api admin = tenant.admin();

  @Test
  void aProgramComesInByItsKeysAndByNothingElse() {
    var service = make("editor");
    var path = SERVICES + "/" + id(service);
    var key = Keys.makeAt(path + "/keys", admin, "read", "write");
    var account = json(key.api().get("/api/account"));
    assertThat(account.get("display_name").asText()).isEqualTo("Import");
    assertThat(account.has("email")).isFalse();
    assertProblem(key.api().post(ORDER, WISH), 404, "not-found");
    assertThat(admin.get(path + "/keys").body()).contains(key.prefix());
    var next = Keys.of(admin.post(path + "/keys/" + key.id() + "/rotate", "{}"));
    assertThat(admin.send("DELETE", path + "/keys/" + key.id(), null).statusCode()).isEqualTo(204);
    assertProblem(key.api().get("/api/movies"), 401, "api-key-refused");
    assertThat(next.api().get("/api/movies").statusCode()).isEqualTo(200);
    for (var name : List.of("Import", "", "null", id(service))) {
      assertProblem(
          tenant
              .visitor()
              .post(
                  "/api/auth/login",
                  "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(name, OwnTenant.PASSWORD)),
          name.isEmpty() ? 400 : 401,
          name.isEmpty() ? "invalid-request" : "wrong-credentials");
    }
  }

  @Test
  void programsAreNoPeople() {
    var service = make("tenant-admin");
    assertThat(admin.get("/api/users").body()).doesNotContain(id(service));
    assertProblem(admin.get("/api/users/" + id(service)), 404, "not-found");
    assertProblem(change("/api/users/" + id(service), "{\"role\":\"viewer\"}"), 404, "not-found");
    var own = json(admin.get("/api/account")).get("id").asText();
    assertProblem(admin.get(SERVICES + "/" + own), 404, "not-found");
    assertProblem(
        admin.post(SERVICES + "/" + own + "/keys", Keys.wish("x", "read")), 404, "not-found");
    assertProblem(change(SERVICES + "/" + own, "{\"role\":\"viewer\"}"), 404, "not-found");
    // it administers, and yet somebody has to stay
    assertProblem(change("/api/users/" + own, "{\"role\":\"viewer\"}"), 409, "last-administrator");
    assertThat(json(Api.operator().get(tenant.path() + "/usage")).get("users").asInt())
        .isEqualTo(1);
  }

  @Test
  void whatItMayDoChangesAtOnce() {
    var service = make("editor");
    var path = SERVICES + "/" + id(service);
    var key = Keys.makeAt(path + "/keys", admin, "write");
    assertProblem(key.api().post(ORDER, WISH), 404, "not-found");
    assertThat(change(path, "{\"role\":\"viewer\"}").statusCode()).isEqualTo(200);
    assertProblem(key.api().post(ORDER, WISH), 403, "api-key-scope");
    assertThat(key.api().get("/api/movies").statusCode()).isEqualTo(200);
    var seen = admin.get(path).headers().firstValue("ETag").orElseThrow();
    assertThat(change(path, "{\"status\":\"disabled\",\"name\":\"Archive\"}").statusCode())
        .isEqualTo(200);
    assertProblem(key.api().get("/api/movies"), 401, "api-key-refused");
    assertProblem(
        admin.with("If-Match", seen).send("PATCH", path, "{\"status\":\"active\"}"),
        412,
        "precondition-failed");
    assertThat(change(path, "{\"status\":\"active\"}").statusCode()).isEqualTo(200);
    assertThat(key.api().get("/api/movies").statusCode()).isEqualTo(200);
    assertThat(json(admin.get(SERVICES)).at("/items/0/name").asText()).isEqualTo("Archive");
    var renamed = json(admin.get("/api/audit?action=service-account-renamed")).at("/items/0");
    assertThat(renamed.at("/before/name").asText()).isEqualTo("Import");
    assertThat(renamed.at("/after/name").asText()).isEqualTo("Archive");
  }

  @Test
  void aPersonsKeyIsNoMoreThanThePersonEither() {
    var email = "k" + UUID.randomUUID() + "@people.example";
    admin.post("/api/invitations", "{\"email\":\"%s\",\"role\":\"editor\"}".formatted(email));
    var tokens =
        json(
            tenant
                .visitor()
                .post(
                    "/api/auth/invitations",
                    "{\"token\":\"%s\",\"display_name\":\"Edgar\",\"password\":\"%s\"}"
                        .formatted(Mails.tokenFor(email), OwnTenant.PASSWORD)));
    var editor =
        Api.anonymous().with("Authorization", "Bearer " + tokens.get("access_token").asText());
    assertProblem(editor.post("/api/keys", Keys.wish("x", "admin")), 400, "invalid-request");
    assertProblem(editor.get(SERVICES), 403, "forbidden");
    var key = Keys.make(editor, "write");
    assertProblem(admin.send("DELETE", "/api/keys/" + key.id(), null), 404, "not-found");
    assertProblem(key.api().post(ORDER, WISH), 404, "not-found");
    var path = "/api/users/" + json(editor.get("/api/account")).get("id").asText();
    change(path, "{\"role\":\"viewer\"}");
    assertProblem(key.api().post(ORDER, WISH), 403, "api-key-scope");
    assertThat(key.api().get("/api/movies").statusCode()).isEqualTo(200);
    change(path, "{\"status\":\"disabled\"}");
    assertProblem(key.api().get("/api/movies"), 401, "api-key-refused");
  }

  @Test
  void aServiceAccountHasARoleThatATenantGives() {
    for (var wrong :
        List.of(
            "{}",
            "{\"name\":\"x\"}",
            "{\"name\":\"x\",\"role\":\"operator\"}",
            "{\"name\":\" \",\"role\":\"viewer\"}")) {
      assertProblem(admin.post(SERVICES, wrong), 400, "invalid-request");
    }
    var path = SERVICES + "/" + id(make("viewer"));
    assertProblem(change(path, "{\"role\":\"auditor\"}"), 400, "invalid-request");
    assertProblem(admin.post(path + "/keys", Keys.wish("x", "write")), 400, "invalid-request");
  }

  private JsonNode make(String role) {
    var made = admin.post(SERVICES, "{\"name\":\"Import\",\"role\":\"%s\"}".formatted(role));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return json(made);
  }

  private static String id(JsonNode service) {
    return service.get("id").asText();
  }

  private java.net.http.HttpResponse<String> change(String path, String body) {
    return admin.send("PATCH", path, body);
  }
}
