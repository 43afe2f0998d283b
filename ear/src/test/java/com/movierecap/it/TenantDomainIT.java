package com.movierecap.it;

import static com.movierecap.it.Api.assertProblem;
import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Host names of a tenant's own, proven in DNS. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TenantDomainIT {
  private final Api acme = Api.signedIn("acme", "admin");
  private final Api globex = Api.signedIn("globex", "admin");

  @Test
  void aNameLeadsToItsTenantOnceDnsProvesItAndNoLongerThanItIsHeld() throws IOException {
    var name = name();
    var claim = claim(acme, name);
    var verify = "/api/domains/" + claim.get("id").asText() + "/verify";
    assertProblem(at(name), 404, "tenant-not-found");
    // nothing there yet; then a wrong token; then ours
    assertProblem(acme.post(verify, ""), 409, "domain-not-proven");
    TestStack.dns().say(claim.get("record_name").asText(), "movierecap-verification=guess");
    assertProblem(acme.post(verify, ""), 409, "domain-not-proven");
    assertProblem(at(name), 404, "tenant-not-found");
    prove(acme, claim);

    assertThat(at(name).statusCode()).isEqualTo(200);
    assertThat(acme.with("Host", name.toUpperCase(Locale.ROOT)).get("/api/movies").statusCode())
        .isEqualTo(200);
    // the host's tenant and the token's disagree
    assertProblem(globex.with("Host", name).get("/api/movies"), 403, "tenant-mismatch");
    assertProblem(
        acme.with("Host", name).with("X-Tenant-ID", "globex").get("/api/movies"),
        403,
        "tenant-mismatch");

    assertThat(acme.send("DELETE", "/api/domains/" + claim.get("id").asText(), null).statusCode())
        .isEqualTo(204);
    assertProblem(at(name), 404, "tenant-not-found");
  }

  @Test
  void aClaimKeepsNobodyOutAndTheFirstProofDoes() throws IOException {
    var name = name();
    claim(globex, name);
    var ours = claim(acme, name);
    prove(acme, ours);
    // whoever can write into the name's DNS can prove it; but it leads to one tenant only
    var theirs =
        json(globex.get("/api/domains"))
            .get("items")
            .valueStream()
            .filter(domain -> domain.get("domain").asText().equals(name))
            .findFirst()
            .orElseThrow();
    TestStack.dns().say(theirs.get("record_name").asText(), theirs.get("record_value").asText());
    assertProblem(
        globex.post("/api/domains/" + theirs.get("id").asText() + "/verify", ""),
        409,
        "name-taken");
    assertThat(acme.with("Host", name).get("/api/movies").statusCode()).isEqualTo(200);
  }

  @Test
  void aSuspendedTenantsNameSaysSo() {
    assertProblem(
        Api.anonymous().with("Host", "nobody.localhost").get("/health/live"),
        404,
        "tenant-not-found");
    // our own names, addresses and names of the inner network name nobody
    for (var host : new String[] {"localhost", "127.0.0.1", "www.movierecap.com", "recap"}) {
      assertThat(at(host).statusCode()).as(host).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "localhost", "movierecap.com", "x.movierecap.com", "x.localhost", "127.0.0.1", "a..b",
        "a b.com", "-a.com", "http://a.com", "a.com/x", "*.a.com", "[::1]", "com"
      })
  void whatIsNoNameOfTheirOwnCannotBeClaimed(String name) {
    assertProblem(
        acme.post("/api/domains", "{\"domain\":\"" + name + "\"}"), 400, "invalid-request");
  }

  @Test
  void onlyAnAdministratorClaimsNames() {
    assertProblem(
        Api.signedIn("acme", "editor").post("/api/domains", "{\"domain\":\"a.example.com\"}"),
        403,
        "forbidden");
  }

  private static JsonNode claim(Api tenant, String name) {
    var answer = tenant.post("/api/domains", "{\"domain\":\"" + name + "\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return json(answer);
  }

  private static void prove(Api tenant, JsonNode claim) throws IOException {
    TestStack.dns().say(claim.get("record_name").asText(), claim.get("record_value").asText());
    var proven = tenant.post("/api/domains/" + claim.get("id").asText() + "/verify", "");
    assertThat(proven.statusCode()).as(proven.body()).isEqualTo(200);
    assertThat(json(proven).get("verified_at").asText()).isNotBlank();
  }

  private static java.net.http.HttpResponse<String> at(String host) {
    return Api.anonymous().with("Host", host).get("/health/live");
  }

  private static String name() {
    return "recaps." + UUID.randomUUID().toString().replace("-", "").substring(0, 20) + ".com";
  }
}
