package com.movierecap.it;

import static com.movierecap.it.Api.assertProblem;
import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a token opens, what it does not open, and how one comes by it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TokensIT {
  private final Api acme = Api.signedIn("acme", "admin");

  @Test
  void aViewerMayLookAndNothingElse() throws IOException {
    var movie = acme.movie(Films.demo(), null);
    var viewer = Api.signedIn("acme", "viewer");
    assertThat(viewer.get("/api/movies/" + movie).statusCode()).isEqualTo(200);
    assertProblem(
        viewer.post("/api/movies/" + movie + "/recaps", "{\"length_seconds\":4}"),
        403,
        "forbidden");
    assertProblem(viewer.send("DELETE", "/api/movies/" + movie, null), 403, "forbidden");
    assertProblem(viewer.upload("x.mp4", new byte[10], null), 403, "forbidden");
  }

  @Test
  void anOperatorIsNoMemberOfAnyTenant() {
    var nothing = Belongings.nothing();
    for (var operation :
        Operations.withHeads(o -> o.isTenants() && !o.roles().contains("auditor"))) {
      var answer = operation.ask(Api.operator(), nothing);
      assertThat(answer.statusCode()).as("%s: %s", operation, answer.body()).isEqualTo(403);
    }
  }

  @Test
  void noAdministratorOfATenantIsAnOperator() {
    var nothing = Belongings.nothing();
    for (var operation : Operations.withHeads(Operation::isOperators)) {
      var answer = operation.ask(acme, nothing);
      assertThat(answer.statusCode()).as("%s: %s", operation, answer.body()).isEqualTo(403);
    }
  }

  @Test
  void whoeverLacksTheRoleIsRefusedBeforeAnythingIsLookedUp() {
    var nothing = Belongings.nothing();
    for (var role : List.of("viewer", "editor")) {
      var member = Api.signedIn("acme", role);
      for (var operation : Operations.withHeads(Operation::isTenants)) {
        var may =
            operation.roles().contains("viewer")
                || role.equals("editor") && operation.roles().contains("editor");
        var answer = operation.ask(member, nothing);
        // a wrong password is refused too, but to whoever may try one
        assertThat(answer.statusCode() == 403 && !answer.body().contains("password-wrong"))
            .as("%s by %s: %s", operation, role, answer.body())
            .isEqualTo(!may);
      }
    }
  }

  @Test
  void aRefreshTokenAnswersARetryTheSameAndALaterUseEndsItsFamily() {
    var anonymous = Api.anonymous().with("X-Tenant-ID", "acme");
    var first =
        json(
            anonymous.post(
                "/api/auth/login",
                "{\"email\":\"editor@acme.example\",\"password\":\"%s\"}"
                    .formatted(TestStack.PASSWORD)));
    var old = refresh(first.get("refresh_token").asText());
    var renewed = anonymous.post("/api/auth/refresh", old);
    assertThat(renewed.statusCode()).isEqualTo(200);
    var next = refresh(json(renewed).get("refresh_token").asText());
    // at another tenant it is nothing, and harms nothing
    assertProblem(
        Api.anonymous().with("X-Tenant-ID", "globex").post("/api/auth/refresh", next),
        401,
        "refresh-token-refused");
    // the answer was lost: whoever asks again gets the same successor
    var again = json(anonymous.post("/api/auth/refresh", old));
    assertThat(again.get("refresh_token")).isEqualTo(json(renewed).get("refresh_token"));
    var last = json(anonymous.post("/api/auth/refresh", next));
    var bearer = bearer(anonymous, last);
    assertThat(bearer.get("/api/movies").statusCode()).isEqualTo(200);
    // the successor was used: the answer was not lost
    assertProblem(anonymous.post("/api/auth/refresh", old), 401, "refresh-token-refused");
    assertProblem(
        anonymous.post("/api/auth/refresh", refresh(last.get("refresh_token").asText())),
        401,
        "refresh-token-refused");
    assertProblem(bearer.get("/api/movies"), 401, "sign-in-required");
    var log =
        Api.signedIn("acme", "admin").get("/api/audit?action=refresh-token-reused&limit=1").body();
    assertThat(log).contains("editor@acme.example", "refused");
  }

  @Test
  void fiftyParallelRefreshesGiveOneChain() {
    var tenant = OwnTenant.create();
    var tokens = json(tenant.login());
    var successors =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> tenant.refresh(tokens)))
            .limit(50)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .peek(answer -> assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200))
            .map(answer -> json(answer).get("refresh_token").asText())
            .distinct()
            .toList();
    assertThat(successors).hasSize(1);
  }

  @Test
  void whatIsEndedIsOverAtOnce() {
    var tenant = OwnTenant.create();
    var here = json(tenant.login());
    var there = json(tenant.login());
    var mine = bearer(tenant.visitor(), here);
    var theirs = bearer(tenant.visitor(), there);
    assertThat(theirs.get("/api/movies").statusCode()).isEqualTo(200);
    var listed = json(mine.get("/api/sessions")).get("items");
    assertThat(listed).hasSize(3);
    assertThat(listed).filteredOn(s -> s.get("current").asBoolean()).hasSize(1);

    // by its owner, from elsewhere
    var others = json(theirs.get("/api/sessions")).get("items");
    var id =
        java.util.stream.StreamSupport.stream(others.spliterator(), false)
            .filter(s -> s.get("current").asBoolean())
            .findFirst()
            .orElseThrow()
            .get("id")
            .asText();
    assertThat(mine.send("DELETE", "/api/sessions/" + id, null).statusCode()).isEqualTo(204);
    assertProblem(theirs.get("/api/movies"), 401, "sign-in-required");
    assertProblem(tenant.refresh(there), 401, "refresh-token-refused");

    // by signing out: the access token is worth nothing either
    var third = json(tenant.login());
    tenant.visitor().post("/api/auth/logout", refresh(third.get("refresh_token").asText()));
    assertProblem(bearer(tenant.visitor(), third).get("/api/movies"), 401, "sign-in-required");

    // all but one
    var fourth = json(tenant.login());
    assertThat(mine.send("POST", "/api/sessions/end-others", null).statusCode()).isEqualTo(204);
    assertProblem(bearer(tenant.visitor(), fourth).get("/api/movies"), 401, "sign-in-required");
    assertThat(json(mine.get("/api/sessions")).get("items")).hasSize(1);

    // nobody ends another's
    var acmes = json(Api.signedIn("acme", "viewer").get("/api/sessions")).at("/items/0/id");
    assertProblem(mine.send("DELETE", "/api/sessions/" + acmes.asText(), null), 404, "not-found");
    assertThat(mine.get("/api/movies").statusCode()).isEqualTo(200);
  }

  @Test
  void aWrongPasswordAndAnUnknownAccountAnswerTheSame() {
    var anonymous = Api.anonymous().with("X-Tenant-ID", "acme");
    var wrong =
        anonymous.post("/api/auth/login", "{\"email\":\"editor@acme.example\",\"password\":\"x\"}");
    var unknown =
        anonymous.post("/api/auth/login", "{\"email\":\"no@acme.example\",\"password\":\"x\"}");
    assertProblem(wrong, 401, "wrong-credentials");
    assertThat(plain(unknown)).isEqualTo(plain(wrong));
    // an account of another tenant is unknown here
    var elsewhere =
        anonymous.post(
            "/api/auth/login",
            "{\"email\":\"editor@globex.example\",\"password\":\"%s\"}"
                .formatted(TestStack.PASSWORD));
    assertThat(plain(elsewhere)).isEqualTo(plain(wrong));
  }

  /** Without what tells one request from the next. */
  private static String plain(HttpResponse<String> answer) {
    return answer.body().replaceAll("[0-9a-f-]{36}", "?");
  }

  private static Api bearer(Api visitor, com.fasterxml.jackson.databind.JsonNode tokens) {
    return visitor.with("Authorization", "Bearer " + tokens.get("access_token").asText());
  }

  private static String refresh(String token) {
    return "{\"refresh_token\":\"" + token + "\"}";
  }
}
