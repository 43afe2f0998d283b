package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever stands in a name, an id, a query or a text: the answer is a clear one, never a fault of
 * ours, and never something else than what was asked for.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class StrangeInputIT {
  /**
   * In place of a name in a path. {@code %00}, and more hidden steps up than there are, are refused
   * by Liberty itself, in its own words, before it looks for an application.
   */
  private static final List<String> NAMES =
      List.of(
          "..",
          "../recap.mp4",
          "..%2frecap.mp4",
          "%2e%2e%2frecap.mp4",
          "%2e%2e/%2e%2e/recap.mp4",
          "%252e%252e%252frecap.mp4",
          "..%5crecap.mp4",
          "%2fetc%2fpasswd",
          "%2Ftenants%2F",
          "recap.mp4%2f",
          "recap.mp4%20",
          "%20recap.mp4",
          "RECAP.MP4",
          "%EF%BD%92ecap.mp4",
          "recap%E2%80%8B.mp4",
          "recap.mp4%E2%80%AE",
          "%C0%AE%C0%AE",
          "%F0%9F%8E%AC",
          "analysis.json",
          "film",
          "*",
          "%25",
          "%7B%7D",
          "x".repeat(2000));

  private static final List<String> IDS =
      List.of("x", "0", "-1", "1-1-1-1-1", "%2e%2e%2fx", "..%5c", "%F0%9F%8E%AC", "null", "%25");

  private static final List<String> TEXTS =
      List.of("", " ", "\0", "a\0b", "\ud800", "\u202e", "🎬", "'\";--", "%s{0}", "x".repeat(5000));

  private static Map<String, String> ids;
  private static OwnTenant victim;

  private final Api acme = Api.signedIn("acme", "admin");
  private final Api operator = Api.operator();

  @BeforeAll
  static void haveSomethingToFind() {
    victim = OwnTenant.create(Api.operator());
    ids = new HashMap<>(Belongings.ofAcme().ids());
    ids.put("tenants", victim.id().toString());
  }

  @Test
  void aFilesNameLeadsToThatFileOrToNone() {
    var recap = Belongings.ofAcme().recap();
    var movie = Belongings.ofAcme().movie();
    for (var name : names()) {
      for (var path :
          List.of(
              "/api/recaps/" + recap + "/outputs/" + name, "/api/movies/" + movie + "/" + name)) {
        var answer = acme.get(path);
        Operations.assertRefusedWell(path, answer);
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isIn(400, 404);
      }
    }
  }

  /** Those above, and the places where the object store has this and another tenant's files. */
  private static List<String> names() {
    var all = new ArrayList<>(NAMES);
    var key =
        "tenants/%s/recaps/%s/recap.mp4".formatted(ids.get("tenants"), Belongings.ofAcme().recap());
    all.add(key);
    all.add(key.replace("/", "%2f"));
    all.add("..%2f..%2f" + key.replace("/", "%2F"));
    return all;
  }

  @Test
  void whatIsNoIdNamesNothing() {
    for (var operation : Operations.withHeads(o -> o.isProtected() && !o.kinds().isEmpty())) {
      for (var id : IDS) {
        var no = new HashMap<String, String>();
        operation.kinds().forEach(kind -> no.put(kind, id));
        var body = operation.takesJson() ? operation.example().toString() : null;
        var answer = caller(operation).send(operation.method(), operation.path(no), body);
        Operations.assertRefusedWell(operation + " " + id, answer);
        assertThat(answer.statusCode())
            .as("%s %s: %s", operation, id, answer.body())
            .isIn(400, 404);
      }
    }
  }

  @Test
  void nothingInAQueryIsAFaultOfOurs() {
    for (var operation : Operations.that(o -> o.isProtected() && o.method().equals("GET"))) {
      for (var parameter : operation.parameters()) {
        if (parameter.path("in").asText().equals("query")) {
          for (var text : TEXTS) {
            var query = "?" + parameter.get("name").asText() + "=" + encoded(text);
            var answer = caller(operation).get(operation.path(ids) + query);
            Operations.assertRefusedWell(operation + query, answer);
            assertThat(answer.statusCode()).as("%s%s", operation, query).isIn(200, 400, 404);
          }
        }
      }
    }
  }

  @Test
  void nothingInABodyIsAFaultOfOurs() {
    // on things that are not there, so that nothing is done where the body is a good one
    var nothing = Belongings.nothing();
    for (var operation : Operations.that(Operation::takesJson)) {
      for (var text : TEXTS) {
        for (var body : withText(operation.example(), text)) {
          operation.ask(caller(operation), nothing, body);
        }
      }
    }
  }

  @Test
  void nothingAboutAFilmIsAFaultOfOurs() throws Exception {
    var tenant = OwnTenant.create(operator);
    var film = Files.readAllBytes(Films.demo());
    for (var name : List.of("../../x.mp4", "a\0b.mp4", "..", "🎬.mp4", " ")) {
      var answer = tenant.admin().upload(name, film, null);
      Operations.assertRefusedWell(name, answer);
      assertThat(answer.statusCode()).as("%s: %s", name, answer.body()).isIn(201, 400);
    }
    assertThat(ObjectStore.keysContaining("x.mp4")).isEmpty();
  }

  /** The example once for each text in it, with another one in that place. */
  private static List<String> withText(JsonNode example, String text) {
    var bodies = new ArrayList<String>();
    var copy = example.deepCopy();
    visit(copy, copy, text, bodies);
    return bodies;
  }

  private static void visit(JsonNode root, JsonNode node, String text, List<String> bodies) {
    if (node instanceof ObjectNode object) {
      for (var name : List.copyOf(object.properties())) {
        var old = name.getValue();
        object.set(name.getKey(), TextNode.valueOf(text));
        bodies.add(root.toString());
        object.set(name.getKey(), old);
        visit(root, old, text, bodies);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        var old = array.get(i);
        array.set(i, TextNode.valueOf(text));
        bodies.add(root.toString());
        array.set(i, old);
        visit(root, old, text, bodies);
      }
    }
  }

  private static String encoded(String text) {
    var bytes = text.equals("\ud800") ? new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80} : null;
    var encoded = new StringBuilder();
    for (var each : bytes == null ? text.getBytes(StandardCharsets.UTF_8) : bytes) {
      encoded.append("%%%02x".formatted(each & 0xFF));
    }
    return encoded.toString();
  }

  private Api caller(Operation operation) {
    return operation.isOperators()
        ? operator
        : operation.isTenants() ? acme : Api.anonymous().with("X-Tenant-ID", victim.name());
  }
}
