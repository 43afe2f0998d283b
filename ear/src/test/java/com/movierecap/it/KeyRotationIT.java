package com.movierecap.it;

import static com.movierecap.it.Api.assertProblem;
import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.movierecap.local.LibertyServer;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * {@code rotate-keys} on two nodes that share their keys. What was signed before, meanwhile and
 * afterwards, by either node, opens the other one.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class KeyRotationIT {
  private static final Duration STARTS = Duration.ofMinutes(4);
  private static final int CALLERS = 4;

  private final OwnTenant tenant = OwnTenant.create();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger rounds = new AtomicInteger();
  private final AtomicBoolean over = new AtomicBoolean();
  private final Set<String> signers = ConcurrentHashMap.newKeySet();
  private List<URI> nodes = List.of(TestStack.base());

  private LibertyServer anotherNode() throws IOException, InterruptedException {
    var environment = TestStack.anotherNode();
    var output = TestStack.STATE.resolve("another-node");
    var other = LibertyServer.start(TestStack.WLP, "recap", environment, output);
    other.awaitReady(STARTS);
    nodes = List.of(TestStack.base(), TestStack.base(environment));
    return other;
  }

  @Test
  void noRequestFailsWhileKeysAreRotatedAndTheOldestKeyIsWorthNothing() throws Exception {
    try (var other = anotherNode()) {
      assertThat(other.isAlive()).isTrue();
      rotateWhileRequestsFlow();
    }
  }

  private void rotateWhileRequestsFlow() throws Exception {
    // the shared server may have been left after any step by whoever ran before
    assertDone(rotate("prepare", "--force"));
    var before = keys();
    assertThat(before).hasSize(2);
    var first = login(0);
    assertThat(kid(first)).isEqualTo(before.get(0));

    var callers = Executors.newFixedThreadPool(CALLERS);
    try {
      var calls = new ArrayList<Future<Void>>();
      for (int i = 0; i < CALLERS; i++) {
        calls.add(callers.submit(call(first)));
      }
      Await.until("everybody called twice", () -> rounds.get() >= 2 * CALLERS);
      assertDone(rotate("--wait", "1"));
      // each node has signed with the new key
      Await.until(
          "both sign by the new key",
          () -> signers.contains("0 " + before.get(1)) && signers.contains("1 " + before.get(1)));
      int switched = rounds.get();
      Await.until("everybody called twice again", () -> rounds.get() >= switched + 2 * CALLERS);
      over.set(true);
      for (var call : calls) {
        call.get();
      }
    } finally {
      over.set(true);
      callers.shutdownNow();
    }
    assertThat(failures).isEmpty();
    assertThat(signers).contains("0 " + before.get(0), "1 " + before.get(0));

    assertThat(keys()).containsExactly(before.get(1), before.get(0));
    var second = login(0);
    assertThat(kid(second)).isEqualTo(before.get(1));
    assertOpens(first);
    assertOpens(second);

    // its tokens live, so it stays
    assertRefused(rotate("prepare"));
    assertThat(keys()).containsExactly(before.get(1), before.get(0));
    assertOpens(first);

    assertDone(rotate("prepare", "--force"));
    var after = keys();
    assertThat(after).hasSize(2).startsWith(before.get(1)).doesNotContain(before.get(0));
    for (var node : nodes) {
      assertProblem(get(node, first), 401, "sign-in-required");
    }
    assertOpens(second);

    // the slowest node may not know it yet
    assertRefused(rotate("switch"));
    assertDone(rotate("switch", "--force"));
    assertThat(keys()).containsExactly(after.get(1), after.get(0));
    assertOpens(second);
    assertRefused(rotate("switch"));
  }

  @Test
  void theFileIsReplacedWithItsRightsAndTheOneBeforeIsKept() throws Exception {
    var file = Path.of(TestStack.environment().get("JWT_KEYSTORE"));
    assertDone(rotate("prepare", "--force"));
    var before = Files.readAllBytes(file);
    assertDone(rotate("switch", "--force"));
    assertThat(Files.readAllBytes(file)).isNotEqualTo(before);
    var kept = file.resolveSibling(file.getFileName() + ".before");
    assertThat(Files.readAllBytes(kept)).isEqualTo(before);
    assertThat(file.resolveSibling(file.getFileName() + ".new")).doesNotExist();
    for (var path : List.of(file, kept)) {
      assertThat(
              java.nio.file.attribute.PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(path)))
          .isEqualTo("rw-------");
    }
    var status = rotate("status");
    assertDone(status);
    assertThat(status.said()).contains("signs", "previous", keys().get(0), keys().get(1));
    assertThat(rotate("sideways").code()).isEqualTo(2);
    assertThat(rotate("--wait").code()).isEqualTo(2);
  }

  /** Has an own sign-in, gets tokens at one node and uses them at both, over and over. */
  private Callable<Void> call(String first) {
    var tokens = json(tenant.login());
    return () -> {
      var latest = tokens;
      for (int round = 0; !over.get(); round++) {
        int node = round % nodes.size();
        var renewed = refresh(node, latest);
        if (renewed.statusCode() != 200) {
          failures.add("refresh: " + renewed.statusCode() + " " + renewed.body());
          return null;
        }
        latest = json(renewed);
        var token = latest.get("access_token").asText();
        signers.add(node + " " + kid(token));
        for (int at = 0; at < nodes.size(); at++) {
          for (var mine : List.of(first, token)) {
            var answer = get(nodes.get(at), mine);
            if (answer.statusCode() != 200) {
              failures.add(kid(mine) + " at " + at + ": " + answer.body());
            }
          }
          if (!published(nodes.get(at)).contains(kid(token))) {
            failures.add(kid(token) + " is not published at " + at);
          }
        }
        rounds.incrementAndGet();
      }
      return null;
    };
  }

  private HttpResponse<String> refresh(int node, JsonNode tokens) {
    return new Api(nodes.get(node))
        .with("X-Tenant-ID", tenant.name())
        .post(
            "/api/auth/refresh",
            "{\"refresh_token\":\"%s\"}".formatted(tokens.get("refresh_token").asText()));
  }

  private String login(int node) {
    return json(refresh(node, json(tenant.login()))).get("access_token").asText();
  }

  private static HttpResponse<String> get(URI node, String token) {
    return new Api(node).with("Authorization", "Bearer " + token).get("/api/movies");
  }

  private void assertOpens(String token) {
    for (var node : nodes) {
      var answer = get(node, token);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
  }

  /** As every node publishes them, the one that signs first. */
  private List<String> keys() throws ParseException {
    var keys = published(nodes.get(0));
    for (var node : nodes) {
      assertThat(published(node)).isEqualTo(keys);
    }
    return keys;
  }

  private static List<String> published(URI node) throws ParseException {
    return JWKSet.parse(new Api(node).get("/.well-known/jwks.json").body()).getKeys().stream()
        .map(JWK::getKeyID)
        .toList();
  }

  private static String kid(String token) throws ParseException {
    return SignedJWT.parse(token).getHeader().getKeyID();
  }

  private static void assertDone(Tool command) {
    assertThat(command.code()).as(command.said()).isZero();
  }

  private static void assertRefused(Tool command) {
    assertThat(command.code()).as(command.said()).isEqualTo(1);
    assertThat(command.said()).containsAnyOf("Not before 20", "There is no next key");
  }

  private static Tool rotate(String... words) throws IOException, InterruptedException {
    return Tool.run(
        Stream.concat(Stream.of("rotate-keys"), Stream.of(words)).toArray(String[]::new));
  }
}
