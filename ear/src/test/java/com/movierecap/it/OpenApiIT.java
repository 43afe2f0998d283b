package com.movierecap.it;

import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The description of the API says all there is to know of every operation, and is true. What is
 * missing here for a new operation is an operationId in its {@code @Operation}, or an entry in
 * {@code web/api/src/main/resources/openapi/<tag>.json}.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OpenApiIT {
  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";

  private static OwnTenant tenant;

  private final Api operator = Api.operator();

  @BeforeAll
  static void makeATenant() {
    tenant = OwnTenant.create(Api.operator());
  }

  @Test
  void everyOperationSaysWhatItIsAndWhoMayAskForIt() {
    Set<String> ids = new HashSet<>();
    for (var operation : Operations.all()) {
      assertThat(operation.id()).as("%s", operation).matches("[a-z][A-Za-z]+");
      assertThat(ids.add(operation.id())).as("%s", operation).isTrue();
      assertThat(operation.tag()).as("%s", operation).isNotBlank();
      assertThat(operation.described().path("summary").asText()).as("%s", operation).isNotBlank();
      if (operation.isProtected()) {
        assertThat(operation.described().at("/security/0").has("token"))
            .as("%s", operation)
            .isTrue();
        assertThat(operation.responses()).as("%s", operation).containsKeys("401", "403");
      }
      for (var parameter : operation.parameters()) {
        var shared =
            List.of(
                "Idempotency-Key",
                "If-Match",
                "Range",
                "If-Range",
                "If-None-Match",
                "X-Tenant-ID",
                "limit",
                "after",
                "id");
        if (shared.contains(parameter.get("name").asText())) {
          assertThat(parameter.path("description").asText())
              .as("%s %s", operation, parameter)
              .isNotBlank();
        }
      }
    }
  }

  @Test
  void everyOperationSaysWhatCanGoWrong() {
    for (var operation : Operations.all()) {
      var expected = new HashSet<>(Set.of("403", "404", "410", "default"));
      if (operation.described().has("requestBody")) {
        expected.addAll(Set.of("400", "415"));
      }
      if (operation.takes("If-Match")) {
        expected.add("412");
      }
      if (operation.takes("Range")) {
        expected.addAll(Set.of("206", "416"));
      }
      if (operation.takes("Idempotency-Key")) {
        expected.addAll(Set.of("409", "422"));
      }
      assertThat(operation.responses().keySet()).as("%s", operation).containsAll(expected);
      operation
          .responses()
          .forEach(
              (status, response) -> {
                if (status.equals("default") || isRefusal(status, response)) {
                  assertExplains(operation, status, response.path("content").path(PROBLEM));
                }
              });
    }
  }

  private static boolean isRefusal(String status, JsonNode response) {
    // health tells what is down in its own words
    return status.compareTo("400") >= 0 && !response.path("content").has(JSON);
  }

  private static void assertExplains(Operation operation, String status, JsonNode content) {
    assertThat(content.at("/schema/$ref").asText())
        .as("%s %s", operation, status)
        .isEqualTo("#/components/schemas/Problem");
    assertThat(content.path("examples").size()).as("%s %s", operation, status).isPositive();
    for (var example : content.get("examples")) {
      var problem = Operations.resolved(example).get("value");
      Shape.of(content.get("schema")).assertHolds(problem, operation + " " + status);
      assertThat(problem.get("detail").asText()).isNotBlank().doesNotContain("???", "{0}", "{1}");
      if (!status.equals("default")) {
        assertThat(problem.get("status").asText()).as("%s", operation).isEqualTo(status);
      }
    }
  }

  @Test
  void everyJsonBodyHasAnExampleThatIsAsItsSchemaSays() {
    for (var operation : Operations.all()) {
      if (operation.takesJson()) {
        var media = operation.described().at("/requestBody/content").get(JSON);
        assertExample(operation, "request", media);
      }
      operation
          .responses()
          .forEach(
              (status, response) -> {
                if (response.path("content").has(JSON)) {
                  assertExample(operation, status, response.get("content").get(JSON));
                }
              });
    }
  }

  private static void assertExample(Operation operation, String which, JsonNode media) {
    assertThat(media.has("example"))
        .as("add \"%s\" to %s in openapi/%s.json", which, operation.id(), operation.tag())
        .isTrue();
    Shape.of(media.get("schema")).assertHolds(media.get("example"), operation + " " + which);
  }

  @Test
  void everyExampleRequestIsUnderstood() {
    var nothing = Belongings.nothing();
    for (var operation : Operations.that(Operation::takesJson)) {
      var answer = operation.ask(caller(operation), nothing);
      assertThat(answer.statusCode())
          .as("the example of %s: %s", operation, answer.body())
          .isNotIn(400, 415, 422);
    }
  }

  @Test
  void theExamplesOfRecapsDoWhatTheyAreExamplesOf() {
    var acme = Api.signedIn("acme", "admin");
    var movie = Map.of("movies", Belongings.ofAcme().movie());
    var ordered = Operations.called("orderRecap").ask(acme, movie);
    assertThat(ordered.statusCode()).as(ordered.body()).isEqualTo(202);
    var recap = Map.of("recaps", json(ordered).get("id").asText());
    var cancelled = Operations.called("cancelRecap").ask(acme, recap);
    assertThat(cancelled.statusCode()).isEqualTo(200);
    acme.ended(json(ordered).get("id").asText());
    for (var step : List.of("changePicks", "choosePicks", "renderRecap", "cancelRecap")) {
      var operation = Operations.called(step);
      var answer = operation.ask(acme, recap);
      assertThat(answer.statusCode()).as("%s: %s", step, answer.body()).isBetween(200, 299);
      assertIsAsDescribed(operation, answer.statusCode(), json(answer));
    }
    acme.ended(json(ordered).get("id").asText());
    assertThat(Operations.called("deleteRecap").ask(acme, recap).statusCode()).isEqualTo(204);
  }

  @Test
  void everyAnswerIsAsItsSchemaSays() {
    var acme = Api.signedIn("acme", "admin");
    var ids = Belongings.ofAcme().ids();
    int compared = 0;
    for (var operation : Operations.that(o -> o.method().equals("GET"))) {
      var asker = operation.isTenants() ? acme : caller(operation);
      var answer = operation.ask(asker, ids);
      assertThat(answer.statusCode()).as("%s: %s", operation, answer.body()).isBetween(200, 303);
      if (answer.headers().firstValue("Content-Type").orElse("").startsWith(JSON)) {
        assertIsAsDescribed(operation, answer.statusCode(), json(answer));
        compared++;
      }
    }
    assertThat(compared).isGreaterThanOrEqualTo(20);
    var login = Operations.called("login");
    var signedIn =
        login.ask(
            Api.anonymous().with("X-Tenant-ID", tenant.name()),
            Map.of(),
            "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(tenant.email(), TestStack.PASSWORD));
    assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(200);
    assertIsAsDescribed(login, 200, json(signedIn));
  }

  private static void assertIsAsDescribed(Operation operation, int status, JsonNode answer) {
    var media = operation.response(status, JSON);
    if (media.isObject()) {
      Shape.of(media.get("schema")).assertHolds(answer, operation + " " + status);
    }
  }

  @Test
  void mediaTypesThatAreNotDescribedAreRefusedAsDescribed() {
    var nothing = Belongings.nothing();
    for (var operation : Operations.all()) {
      var caller = caller(operation);
      if (operation.described().has("requestBody")) {
        var sent =
            caller
                .with("Content-Type", "text/x-unheard-of")
                .send(operation.method(), operation.path(nothing), "x");
        assertThat(operation.checked(sent).statusCode()).as("%s", operation).isEqualTo(415);
      }
      if (operation.responses().containsKey("406")) {
        var asked = operation.ask(caller.with("Accept", "image/x-unheard-of"), nothing);
        assertThat(asked.statusCode()).as("%s: %s", operation, asked.body()).isEqualTo(406);
      }
    }
  }

  @Test
  void anIndependentReaderFindsNothingWrongWithIt() {
    for (var type : List.of(JSON, "application/yaml")) {
      var text = Api.anonymous().with("Accept", type).get("/openapi").body();
      var read = new OpenAPIV3Parser().readContents(text, null, new ParseOptions());
      assertThat(read.getMessages()).as(type).isNullOrEmpty();
      assertThat(read.getOpenAPI().getPaths()).isNotEmpty();
    }
  }

  private Api caller(Operation operation) {
    return operation.isOperators()
        ? operator
        : operation.isTenants()
            ? tenant.admin()
            : Api.anonymous().with("X-Tenant-ID", tenant.name());
  }
}
