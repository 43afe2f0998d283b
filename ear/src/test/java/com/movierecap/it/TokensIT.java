package com.movierecap.it;

import static com.movierecap.it.Api.assertProblem;
import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
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
        assertThat(answer.statusCode() == 403)
            .as("%s by %s: %s", operation, role, answer.body())
            .isEqualTo(!may);
      }
    }
  }

  @Test
  void aTokenThatIsNotOursOpensNothing() {
    for (var token : List.of("x", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.")) {
      assertProblem(
          Api.anonymous().with("Authorization", "Bearer " + token).get("/api/movies"),
          401,
          "sign-in-required");
    }
  }

  @Test
  void aRefreshTokenWorksOnceAndASecondUseEndsItsFamily() {
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
    assertProblem(anonymous.post("/api/auth/refresh", old), 401, "refresh-token-refused");
    assertProblem(anonymous.post("/api/auth/refresh", next), 401, "refresh-token-refused");
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

  private static String refresh(String token) {
    return "{\"refresh_token\":\"" + token + "\"}";
  }
}
