package com.movierecap.it;

import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every operation that the running server describes: what is added tomorrow is attacked tomorrow.
 */
final class Operations {
  private static final List<String> METHODS =
      List.of("get", "head", "post", "put", "patch", "delete");
  private static @Nullable JsonNode description;

  private Operations() {}

  static synchronized JsonNode description() {
    var known = description;
    if (known == null) {
      known = json(Api.anonymous().with("Accept", "application/json").get("/openapi"));
      description = known;
    }
    return known;
  }

  static List<Operation> all() {
    var operations = new ArrayList<Operation>();
    for (var path : description().get("paths").properties()) {
      METHODS.stream()
          .filter(path.getValue()::has)
          .forEach(
              method ->
                  operations.add(Operation.of(method, path.getKey(), path.getValue().get(method))));
    }
    // nothing described would mean nothing attacked
    assertThat(operations).hasSizeGreaterThan(45);
    return operations;
  }

  static List<Operation> that(Predicate<Operation> which) {
    var some = all().stream().filter(which).toList();
    assertThat(some).isNotEmpty();
    return some;
  }

  /** What reads is asked with HEAD too. */
  static List<Operation> withHeads(Predicate<Operation> which) {
    return that(which).stream()
        .flatMap(
            operation ->
                operation.method().equals("GET")
                    ? Stream.of(operation, operation.as("HEAD"))
                    : Stream.of(operation))
        .toList();
  }

  static Operation called(String id) {
    return that(operation -> operation.id().equals(id)).get(0);
  }

  static JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? description().at(node.get("$ref").asText().substring(1)) : node;
  }

  /** No refusal is a fault of ours, and each is a problem that names its occurrence. */
  static void assertRefusedWell(Object what, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as("%s: %s", what, answer.body()).isNotEqualTo(500);
    if (answer.statusCode() < 400 || what.toString().contains("/health")) {
      return;
    }
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .as("%s: %s", what, answer.body())
        .startsWith("application/problem+json");
    if (!answer.request().method().equals("HEAD")) {
      assertThat(json(answer).path("instance").asText())
          .as("%s: %s", what, answer.body())
          .matches("urn:uuid:[0-9a-f-]{36}");
    }
  }
}
