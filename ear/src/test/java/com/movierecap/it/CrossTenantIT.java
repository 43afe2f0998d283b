package com.movierecap.it;

import static com.movierecap.it.Api.assertProblem;
import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tenant globex sees, changes and learns nothing of what tenant acme has, through any operation
 * that the API describes.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CrossTenantIT {
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

  private static Belongings acmes;

  private final Api acme = Api.signedIn("acme", "admin");
  private final Api globex = Api.signedIn("globex", "admin");

  @BeforeAll
  static void giveAcmeSomething() {
    acmes = Belongings.ofAcme();
  }

  @Test
  void everyOperationOnAnothersThingAnswersAsIfThereWereNone() {
    var before = everythingOfAcme();
    var asked = 0;
    for (var operation : operationsOnThings()) {
      for (var asker : asKnowingly(operation)) {
        assertIsAsNothing(
            operation,
            operation.ask(asker, acmes.ids()),
            operation.ask(asker, Belongings.nothing()));
        asked++;
      }
    }
    assertThat(asked).isGreaterThanOrEqualTo(45);
    assertThat(everythingOfAcme()).isEqualTo(before);
  }

  @Test
  void methodsThatAreNotDescribedTellNothingEither() {
    var before = everythingOfAcme();
    for (var operation : operationsOnThings()) {
      for (var method : METHODS) {
        var other = operation.as(method);
        var theirs = globex.send(method, other.path(acmes.ids()), null);
        var none = globex.send(method, other.path(Belongings.nothing()), null);
        Operations.assertRefusedWell(other, theirs);
        assertIsAsNothing(other, theirs, none);
      }
    }
    assertThat(everythingOfAcme()).isEqualTo(before);
  }

  /** With what an owner of the thing could send along: its tag, and a key of one's own. */
  private List<Api> asKnowingly(Operation operation) {
    var all = Stream.of(globex);
    if (operation.takes("If-Match") || operation.reads()) {
      var tag = acme.get("/api/recaps/" + acmes.recap()).headers().firstValue("ETag").orElseThrow();
      all =
          Stream.concat(
              all,
              Stream.of("If-Match", "If-None-Match")
                  .flatMap(
                      name ->
                          Stream.of(tag, "\"999\"", "*").map(value -> globex.with(name, value))));
    }
    if (operation.takes("Range")) {
      all = Stream.concat(all, Stream.of(globex.with("Range", "bytes=999999999-")));
    }
    if (operation.takes("Idempotency-Key")) {
      all =
          Stream.concat(
              all, Stream.of(globex.with("Idempotency-Key", UUID.randomUUID().toString())));
    }
    return all.toList();
  }

  private static List<Operation> operationsOnThings() {
    return Operations.withHeads(operation -> operation.isTenants() && !operation.kinds().isEmpty());
  }

  private static void assertIsAsNothing(
      Operation operation, HttpResponse<String> theirs, HttpResponse<String> nothing) {
    assertThat(theirs.statusCode()).as("%s: %s", operation, theirs.body()).isIn(404, 405, 415);
    assertThat(theirs.statusCode()).as("%s", operation).isEqualTo(nothing.statusCode());
    assertThat(plain(theirs)).as("%s", operation).isEqualTo(plain(nothing));
    assertThat(theirs.headers().map().keySet())
        .as("%s", operation)
        .isEqualTo(nothing.headers().map().keySet());
  }

  /**
   * Every answer that acme itself gets to reading; its log changes with every look, and so does
   * where it is signed in.
   */
  private Map<String, String> everythingOfAcme() {
    var everything = new LinkedHashMap<String, String>();
    for (var operation :
        Operations.that(o -> o.isTenants() && o.method().equals("GET") && isStill(o))) {
      var answer = operation.ask(acme, acmes.ids());
      assertThat(answer.statusCode()).as("%s: %s", operation, answer.body()).isEqualTo(200);
      everything.put(
          operation.toString(), answer.headers().firstValue("ETag") + " " + answer.body());
    }
    return everything;
  }

  private static boolean isStill(Operation operation) {
    return !operation.tag().equals("audit")
        && !operation.path().endsWith(".zip")
        && !operation.path().equals("/api/sessions");
  }

  @Test
  void noListNoSearchNoCountAndNoExportShowsAnothers() {
    var words = wordsOfAcme();
    for (var operation :
        Operations.that(o -> o.isTenants() && o.method().equals("GET") && o.kinds().isEmpty())) {
      var path = operation.path(Map.of());
      for (var query : queries(operation)) {
        var answer = operation.checked(globex.get(path + query));
        assertThat(answer.body()).as("%s%s", operation, query).doesNotContain(words);
      }
    }
    for (var audit : List.of("/api/audit", "/api/audit/export.csv")) {
      var found = globex.get(audit + "?actor=admin@acme.example");
      assertThat(found.statusCode()).isEqualTo(200);
      assertThat(found.body()).doesNotContain("acme");
    }
  }

  /** What is asked for by its name, and what nobody should be able to ask for. */
  private Set<String> queries(Operation operation) {
    var queries = new TreeSet<>(Set.of("", "?tenant_id=" + acmes.ids().get("tenants")));
    queries.add("?tenant=acme&X-Tenant-ID=acme");
    if (operation.takes("limit")) {
      queries.add("?limit=200");
    }
    for (var parameter : operation.parameters()) {
      if (parameter.path("in").asText().equals("query")) {
        queries.add("?" + parameter.get("name").asText() + "=acme");
      }
    }
    return queries;
  }

  /** Ids, names and addresses that only acme's people know. */
  private String[] wordsOfAcme() {
    var words = new TreeSet<>(acmes.ids().values());
    words.add("@acme.example");
    words.add("secret-plans.example.com");
    words.add(json(acme.get("/api/domains/" + acmes.domain())).get("record_value").asText());
    return words.toArray(String[]::new);
  }

  @Test
  void noRefusalNoMetricAndNoLogOfAnotherNamesWhatIsAcmes() throws Exception {
    var words = wordsOfAcme();
    for (var operation : operationsOnThings()) {
      var answer = operation.ask(globex, acmes.ids());
      assertThat(answer.body() + answer.headers().map()).as("%s", operation).doesNotContain(words);
    }
    assertThat(globex.get("/api/audit?limit=200").body()).doesNotContain(words);
    assertThat(globex.get("/api/audit/export.csv").body()).doesNotContain(words);
    // those who run the service see whose a figure is, by the tenant's id in its place and no more
    var figures = Management.metrics();
    assertThat(figures).contains("tenant=");
    assertThat(figures.replaceAll("tenant=\"[0-9a-f-]{36}\"", ""))
        .doesNotContain(words)
        .doesNotContain("acme");
  }

  @Test
  void aCursorIsGoodForItsTenantItsListAndItsQueryOnly() throws IOException {
    acme.upload("second.mp4", Files.readAllBytes(Films.demo()), null);
    var cursors = new HashMap<String, String>();
    for (var list : List.of("/api/movies", "/api/audit", "/api/audit?action=sign-in")) {
      var first = json(acme.get(list + (list.contains("?") ? "&" : "?") + "limit=1"));
      cursors.put(list, first.get("next").asText());
    }
    cursors.forEach(
        (list, cursor) -> {
          var join = list.contains("?") ? "&" : "?";
          var path = list + join + "limit=1&after=";
          assertThat(acme.get(path + cursor).statusCode()).as(list).isEqualTo(200);
          assertThat(acme.get("/tenant/acme" + path + cursor).statusCode()).isEqualTo(200);
          assertNoCursor(globex, path + cursor);
          for (var tampered : tampered(cursor)) {
            assertNoCursor(acme, path + tampered);
          }
          cursors.keySet().stream()
              .filter(other -> !other.equals(list))
              .forEach(
                  other -> {
                    var elsewhere = other + (other.contains("?") ? "&" : "?") + "after=" + cursor;
                    assertNoCursor(acme, elsewhere);
                    assertNoCursor(globex, elsewhere);
                  });
          assertNoCursor(acme, "/api/movies/" + acmes.movie() + "/recaps?after=" + cursor);
          assertNoCursor(acme, "/api/audit?outcome=done&after=" + cursor);
        });
  }

  private static List<String> tampered(String cursor) {
    return List.of(
        flipped(cursor, 0),
        flipped(cursor, 10),
        flipped(cursor, cursor.length() - 1),
        cursor.substring(1),
        cursor + cursor,
        cursor.substring(0, 22),
        UUID.randomUUID().toString(),
        "x",
        "%00",
        "%2e%2e%2f",
        "'%20or%20''='");
  }

  private static String flipped(String cursor, int at) {
    var other = cursor.charAt(at) == 'A' ? "B" : "A";
    return cursor.substring(0, at) + other + cursor.substring(at + 1);
  }

  private static void assertNoCursor(Api api, String path) {
    var answer = api.get(path);
    assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(400);
    assertProblem(answer, 400, "invalid-request");
  }

  @Test
  void whatAnotherHasTakenIsNotKnownToBeTaken() throws IOException {
    var probing = OwnTenant.create(Api.operator());
    var probe = probing.admin();
    var free = claim(probe, "free-" + UUID.randomUUID() + ".example.com");
    var claimedByAcme = claim(probe, "secret-plans.example.com");
    assertThat(plain(claimedByAcme)).isEqualTo(plain(free));
    // proven by acme: known at the proof only, and only to who can write into the name's DNS
    var name = "proven-" + UUID.randomUUID() + ".example.com";
    var acmesClaim = json(claim(acme, name));
    TestStack.dns()
        .say(acmesClaim.get("record_name").asText(), acmesClaim.get("record_value").asText());
    var acmesDomain = "/api/domains/" + acmesClaim.get("id").asText();
    assertThat(acme.post(acmesDomain + "/verify", "").statusCode()).isEqualTo(200);
    var provenByAcme = claim(probe, name);
    assertThat(plain(provenByAcme)).isEqualTo(plain(free));
    assertThat(plain(verify(probe, provenByAcme))).isEqualTo(plain(verify(probe, free)));
    assertThat(acme.send("DELETE", acmesDomain, null).statusCode()).isEqualTo(204);
    // an account of acme's is as unknown elsewhere as one of nobody
    var door = Api.anonymous().with("X-Tenant-ID", probing.name());
    assertThat(plain(signIn(door, "editor@acme.example")))
        .isEqualTo(plain(signIn(door, "nobody@acme.example")));
  }

  private static HttpResponse<String> claim(Api api, String name) {
    var answer = api.post("/api/domains", "{\"domain\":\"" + name + "\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return answer;
  }

  private static HttpResponse<String> verify(Api api, HttpResponse<String> claim) {
    var answer = api.post("/api/domains/" + json(claim).get("id").asText() + "/verify", "");
    assertProblem(answer, 409, "domain-not-proven");
    return answer;
  }

  private static HttpResponse<String> signIn(Api door, String email) {
    var answer =
        door.post(
            "/api/auth/login",
            "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, TestStack.PASSWORD));
    assertProblem(answer, 401, "wrong-credentials");
    return answer;
  }

  @Test
  void aKeyNamesARequestOfItsOwnAccountOnly() throws IOException {
    var key = UUID.randomUUID().toString();
    var order = "{\"length_seconds\":5}";
    var path = "/api/movies/" + acmes.movie() + "/recaps";
    var editor = Api.signedIn("acme", "editor").with("Idempotency-Key", key);
    var first = editor.post(path, order);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
    // the same key with another body at another tenant is neither used nor known
    var stranger = globex.with("Idempotency-Key", key);
    assertProblem(stranger.post(path, order), 404, "not-found");
    assertProblem(stranger.post(path, "{\"length_seconds\":6}"), 404, "not-found");
    var film = globex.upload("own.mp4", Files.readAllBytes(Films.demo()), null);
    var theirs =
        stranger.post(
            "/api/movies/" + json(film).get("id").asText() + "/recaps", "{\"length_seconds\":6}");
    assertThat(theirs.statusCode()).as(theirs.body()).isEqualTo(202);
    // and to another account of the same tenant it is a new one too
    var colleagues = acme.with("Idempotency-Key", key).post(path, order);
    assertThat(colleagues.statusCode()).as(colleagues.body()).isEqualTo(202);
    assertThat(id(colleagues)).isNotEqualTo(id(first)).isNotEqualTo(id(theirs));
    assertThat(id(editor.post(path, order))).isEqualTo(id(first));
    for (var made : List.of(first, colleagues)) {
      assertThat(acme.send("DELETE", "/api/recaps/" + id(made), null).statusCode()).isEqualTo(204);
    }
    assertThat(globex.send("DELETE", "/api/movies/" + id(film), null).statusCode()).isEqualTo(204);
  }

  private static String id(HttpResponse<String> answer) {
    JsonNode made = json(answer);
    return made.get("id").asText();
  }

  /** Without what tells one request from the next, and one name from another. */
  private static String plain(HttpResponse<String> answer) {
    return answer.statusCode()
        + " "
        + answer
            .body()
            .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "?")
            .replaceAll("[0-9a-f]{32}", "?")
            .replaceAll("[a-z?-]*\\.example\\.com", "?.example.com")
            .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]*Z", "?");
  }
}
