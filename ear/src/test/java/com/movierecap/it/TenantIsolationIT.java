package com.movierecap.it;

import static com.movierecap.it.Api.assertProblem;
import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tenant globex sees nothing of tenant acme, through every operation that the API describes. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TenantIsolationIT {
  private static final List<String> METHODS =
      List.of("get", "head", "post", "put", "patch", "delete");

  private record Operation(String method, String path) {
    boolean namesAResource() {
      return path.contains("{id}") && !isOperators();
    }

    boolean isOperators() {
      return path.startsWith("/admin/");
    }
  }

  private final Api acme = Api.signedIn("acme", "admin");
  private final Api globex = Api.signedIn("globex", "admin");

  @Test
  void everyOperationOnAnothersResourceAnswersAsIfThereWereNone() throws IOException {
    var movie = acme.movie(Films.demo(), null);
    var recap = acme.order(movie, "{\"length_seconds\":4}");
    var outputs = acme.ended(recap).get("outputs");
    assertThat(outputs).hasSizeGreaterThanOrEqualTo(9);
    var domain =
        json(acme.post("/api/domains", "{\"domain\":\"attacked.example.com\"}")).get("id").asText();
    // what an operation's path names; a kind of resource that is not here fails the test below
    var ids = Map.of("movies", movie, "recaps", recap, "domains", domain);
    var attacked = 0;
    for (var operation : operations()) {
      if (operation.namesAResource()) {
        var id = ids.get(operation.path().split("/", -1)[2]);
        assertThat(id).as("%s: of what kind?", operation).isNotNull();
        var theirs = answer(globex, operation, id);
        var nothing = answer(globex, operation, UUID.randomUUID().toString());
        assertThat(theirs.statusCode()).as("%s: %s", operation, theirs.body()).isEqualTo(404);
        assertThat(plain(theirs)).as("%s", operation).isEqualTo(plain(nothing));
        attacked++;
      }
    }
    assertThat(attacked).isGreaterThanOrEqualTo(15);
    // and nothing of it was done
    assertThat(acme.get("/api/movies/" + movie).statusCode()).isEqualTo(200);
    assertThat(acme.ended(recap).get("status").asText()).isEqualTo("succeeded");
    assertThat(acme.ended(recap).get("outputs")).isEqualTo(outputs);
    assertThat(acme.send("DELETE", "/api/domains/" + domain, null).statusCode()).isEqualTo(204);
  }

  @Test
  void noAdministratorOfATenantIsAnOperator() {
    var asked = 0;
    for (var operation : operations()) {
      if (operation.isOperators()) {
        var answer = answer(globex, operation, UUID.randomUUID().toString());
        assertThat(answer.statusCode()).as("%s: %s", operation, answer.body()).isEqualTo(403);
        asked++;
      }
    }
    assertThat(asked).isGreaterThanOrEqualTo(14);
  }

  @Test
  void noListShowsAnothersResources() throws IOException {
    var movie = acme.movie(Films.demo(), null);
    for (var operation : operations()) {
      if (operation.method().equals("get") && !operation.path().contains("{")) {
        assertThat(globex.get(operation.path()).body()).as("%s", operation).doesNotContain(movie);
      }
    }
    // and a cursor of acme's is worth nothing at globex
    acme.movie(Films.demo(), null);
    var next = json(acme.get("/api/movies?limit=1")).get("next").asText();
    assertProblem(globex.get("/api/movies?limit=1&after=" + next), 400, "invalid-request");
  }

  @Test
  void whereATokenIsNeededNobodyAnonymousGetsIn() {
    var open =
        List.of(
            "/",
            "/api/auth/login",
            "/api/auth/refresh",
            "/api/auth/logout",
            "/api/auth/invitations",
            "/openapi");
    var id = UUID.randomUUID().toString();
    for (var operation : operations()) {
      if (!open.contains(operation.path())
          && !operation.path().startsWith("/health")
          && !operation.path().startsWith("/.well-known")) {
        var answer = answer(Api.anonymous(), operation, id);
        assertThat(answer.statusCode()).as("%s", operation).isEqualTo(401);
      }
    }
  }

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
    var operator = Api.operator();
    assertProblem(operator.get("/api/movies"), 403, "forbidden");
  }

  @Test
  void whatNamesTheTenantMustAgree() {
    assertProblem(acme.with("X-Tenant-ID", "globex").get("/api/movies"), 403, "tenant-mismatch");
    assertProblem(acme.get("/tenant/globex/api/movies"), 403, "tenant-mismatch");
    assertProblem(acme.with("X-Tenant-ID", "nobody").get("/api/movies"), 404, "tenant-not-found");
    assertThat(acme.with("X-Tenant-ID", "acme").get("/api/movies").statusCode()).isEqualTo(200);
    assertThat(acme.get("/tenant/acme/api/movies").statusCode()).isEqualTo(200);
    assertProblem(
        Api.anonymous().with("X-Tenant-ID", "acme").get("/tenant/globex/api/movies"),
        403,
        "tenant-mismatch");
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

  /** Asks with a body that would be valid, so that the answer is about the resource. */
  private static HttpResponse<String> answer(Api api, Operation operation, String id) {
    var path =
        operation
            .path()
            .replace("{id}", id)
            .replace("{name}", "recap.mp4")
            .replaceAll("\\{picture[^/]*", "poster.jpg");
    if (operation.path().equals("/api/movies") && operation.method().equals("post")) {
      return api.upload("x.mp4", new byte[10], null);
    }
    var body =
        switch (operation.method()) {
          case "post" -> path.endsWith("/recaps") ? "{\"length_seconds\":4}" : "{}";
          case "put", "patch" -> "{\"picks\":[{\"start_seconds\":0,\"end_seconds\":2}]}";
          default -> null;
        };
    return api.send(operation.method().toUpperCase(Locale.ROOT), path, body);
  }

  private static List<Operation> operations() {
    var description = json(Api.anonymous().with("Accept", "application/json").get("/openapi"));
    var operations = new ArrayList<Operation>();
    for (var path : description.get("paths").properties()) {
      JsonNode methods = path.getValue();
      METHODS.stream()
          .filter(methods::has)
          .forEach(method -> operations.add(new Operation(method, path.getKey())));
    }
    assertThat(operations).hasSizeGreaterThan(20);
    return operations;
  }
}
