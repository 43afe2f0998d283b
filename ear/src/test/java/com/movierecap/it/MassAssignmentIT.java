package com.movierecap.it;

import static com.movierecap.it.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A body holds what it may hold and nothing else, or nothing at all is done. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class MassAssignmentIT {
  private static final List<String> FIELDS =
      List.of("tenant_id", "id", "role", "status", "plan", "created_by", "version");

  private static OwnTenant victim;
  private static Map<String, String> ids;

  private final Api acme = Api.signedIn("acme", "admin");
  private final Api operator = Api.operator();

  @BeforeAll
  static void makeAVictim() {
    victim = OwnTenant.create(Api.operator());
    ids = new HashMap<>(Belongings.ofAcme().ids());
    ids.put("tenants", victim.id().toString());
  }

  @Test
  void whatABodyMayNotHoldIsRefusedAndNothingIsStored() {
    var before = state();
    var globex = Belongings.nothing().get("tenants");
    int sent = 0;
    for (var operation : Operations.that(Operation::takesJson)) {
      for (var field : FIELDS) {
        for (var body : withMore(operation.example(), object -> object.put(field, globex))) {
          var answer = operation.ask(caller(operation), ids, body);
          assertThat(answer.statusCode())
              .as("%s takes %s: %s", operation, body, answer.body())
              .isEqualTo(400);
          assertProblem(answer, 400, "malformed-json");
          sent++;
        }
      }
    }
    assertThat(sent).isGreaterThanOrEqualTo(13 * FIELDS.size());
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void aBodyThatIsNoObjectOfItsKindIsRefused() {
    for (var operation : Operations.that(Operation::takesJson)) {
      for (var body :
          List.of("", " ", "null", "[]", "[{}]", "\"x\"", "7", "true", "{", "{}{}", "{\"\":1}")) {
        var answer = operation.ask(caller(operation), ids, body);
        assertThat(answer.statusCode())
            .as("%s takes <%s>: %s", operation, body, answer.body())
            .isEqualTo(400);
      }
    }
  }

  /** The example once for each object in it, with something more in that one. */
  private static List<String> withMore(JsonNode example, Consumer<ObjectNode> more) {
    var bodies = new ArrayList<String>();
    int objects = objects(example).size();
    for (int i = 0; i < objects; i++) {
      var copy = example.deepCopy();
      var object = objects(copy).get(i);
      int before = object.size();
      more.accept(object);
      // what an object has by right is nothing more
      if (object.size() > before) {
        bodies.add(copy.toString());
      }
    }
    return bodies;
  }

  private static List<ObjectNode> objects(JsonNode node) {
    var found = new ArrayList<ObjectNode>();
    // numbers by free names are no objects of ours
    if (node instanceof ObjectNode object && !object.has("dialogue")) {
      found.add(object);
    }
    if (node instanceof ObjectNode || node instanceof ArrayNode) {
      node.forEach(each -> found.addAll(objects(each)));
    }
    return found;
  }

  /** All that could have changed, as those see it whose it is. */
  private Map<String, String> state() {
    var state = new LinkedHashMap<String, String>();
    for (var operation : Operations.that(o -> o.method().equals("GET") && o.isProtected())) {
      var isStill = !operation.tag().equals("audit") && !operation.path().contains("audit");
      if (isStill && !operation.id().equals("getTenantUsage") && !isArchive(operation)) {
        var answer = operation.ask(caller(operation), ids);
        // what is not there is only that, each time under another instance
        state.put(
            operation.toString(),
            answer.statusCode() == 200
                ? answer.headers().firstValue("ETag") + answer.body()
                : Integer.toString(answer.statusCode()));
      }
    }
    return state;
  }

  private static boolean isArchive(Operation operation) {
    return operation.path().endsWith(".zip");
  }

  private Api caller(Operation operation) {
    return operation.isOperators()
        ? operator
        : operation.isTenants() ? acme : Api.anonymous().with("X-Tenant-ID", "acme");
  }
}
