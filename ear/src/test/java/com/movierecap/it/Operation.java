package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One operation as the server describes it, ready to be asked for: {@code {id}} is filled with what
 * the test has of that kind, every other place with the description's example, and the body is the
 * description's example.
 *
 * @param method upper case
 * @param described with its references resolved where they are looked at
 */
record Operation(String method, String path, JsonNode described) {
  private static final Pattern PLACE = Pattern.compile("([^/]*)/\\{(\\w+)[^}]*}");
  private static final String JSON = "application/json";
  private static final String PNG = "image/png";
  private static final String PROBLEM = "application/problem+json";

  String id() {
    return described.path("operationId").asText();
  }

  String tag() {
    return described.path("tags").path(0).asText();
  }

  List<String> roles() {
    var roles = new ArrayList<String>();
    described.path("x-roles").forEach(role -> roles.add(role.asText()));
    return roles;
  }

  boolean isProtected() {
    return !roles().isEmpty();
  }

  /** Whether it is for those who run the platform, and so for no member of a tenant. */
  boolean isOperators() {
    return isProtected() && roles().stream().allMatch(List.of("operator", "auditor")::contains);
  }

  boolean isTenants() {
    return isProtected() && !isOperators();
  }

  boolean reads() {
    return method.equals("GET") || method.equals("HEAD");
  }

  boolean takes(String parameter) {
    return parameters().stream().anyMatch(each -> each.path("name").asText().equals(parameter));
  }

  boolean takesJson() {
    return described.at("/requestBody/content").has(JSON);
  }

  boolean takesFilm() {
    return described.at("/requestBody/content").has("multipart/form-data");
  }

  boolean takesPicture() {
    return described.at("/requestBody/content").has(PNG);
  }

  JsonNode example() {
    return described.at("/requestBody/content").path(JSON).path("example");
  }

  List<JsonNode> parameters() {
    var all = new ArrayList<JsonNode>();
    described.path("parameters").forEach(each -> all.add(Operations.resolved(each)));
    return all;
  }

  /** By status, and {@code default}. */
  Map<String, JsonNode> responses() {
    var all = new java.util.LinkedHashMap<String, JsonNode>();
    described
        .path("responses")
        .properties()
        .forEach(each -> all.put(each.getKey(), Operations.resolved(each.getValue())));
    return all;
  }

  /** What is said of an answer in that form, or nothing. */
  JsonNode response(int status, String mediaType) {
    var response = described.path("responses").path(Integer.toString(status));
    return Operations.resolved(response).path("content").path(mediaType);
  }

  /** What its path names: {@code movies} in {@code /api/movies/{id}/recaps}. */
  List<String> kinds() {
    var kinds = new ArrayList<String>();
    var places = PLACE.matcher(path);
    while (places.find()) {
      if (exampleOf(places.group(2)).isEmpty()) {
        kinds.add(places.group(1));
      }
    }
    return kinds;
  }

  Operation as(String otherMethod) {
    return new Operation(otherMethod, path, described);
  }

  /**
   * @param ids by what they are ids of
   */
  String path(Map<String, String> ids) {
    return PLACE
        .matcher(path)
        .replaceAll(
            place -> {
              var example = exampleOf(place.group(2));
              var value = example.isEmpty() ? ids.get(place.group(1)) : example;
              assertThat(value)
                  .as(
                      "%s: what is the {%s} of %s? Add one to Belongings' ids, or an example to"
                          + " SharedParameters",
                      this, place.group(2), place.group(1))
                  .isNotNull();
              return place.group(1) + "/" + value;
            });
  }

  HttpResponse<String> ask(Api api, Map<String, String> ids) {
    return ask(api, ids, takesJson() ? example().toString() : null);
  }

  /** Asks, and holds every refusal to what holds for all and to what is described. */
  HttpResponse<String> ask(Api api, Map<String, String> ids, @Nullable String body) {
    if (takesFilm()) {
      return checked(api.upload("x.mp4", new byte[10], null));
    }
    return checked(
        takesPicture()
            ? api.put(path(ids), PNG, Watermarks.png())
            : api.send(method, path(ids), body));
  }

  HttpResponse<String> checked(HttpResponse<String> answer) {
    Operations.assertRefusedWell(this, answer);
    var status = Integer.toString(answer.statusCode());
    assertThat(responses()).as("%s: %s", this, answer.body()).containsKey(status);
    if (answer.statusCode() >= 400 && !answer.body().isEmpty() && isProblem(answer)) {
      var type = Api.json(answer).get("type").asText();
      var examples = response(answer.statusCode(), PROBLEM).path("examples");
      assertThat(examples.has(type.substring(type.lastIndexOf('/') + 1)))
          .as("%s: add %s to openapi/%s.json", this, type, tag())
          .isTrue();
    }
    return answer;
  }

  @Override
  public String toString() {
    return method + " " + path + " (" + id() + ")";
  }

  private static boolean isProblem(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("").startsWith(PROBLEM);
  }

  private String exampleOf(String place) {
    return parameters().stream()
        .filter(each -> each.path("in").asText().equals("path"))
        .filter(each -> each.path("name").asText().equals(place))
        .map(each -> each.path("schema").path("example").asText())
        .findFirst()
        .orElse("");
  }

  static Operation of(String method, String path, JsonNode described) {
    return new Operation(method.toUpperCase(Locale.ROOT), path, described);
  }
}
