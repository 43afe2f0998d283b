package com.movierecap.it;

import static com.movierecap.it.Api.assertProblem;
import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Host, header, path and token may each name the tenant, and none of them opens a door alone. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TenantNamesIT {
  /** One way to name a tenant in a request for its films. */
  private enum Way {
    SUBDOMAIN,
    OWN_DOMAIN,
    HEADER,
    HEADER_WITH_ID,
    PATH,
    TOKEN;

    Api name(Api api, Named tenant) {
      return switch (this) {
        case SUBDOMAIN -> api.with("Host", tenant.name() + ".localhost");
        case OWN_DOMAIN -> api.with("Host", tenant.domain());
        case HEADER -> api.with("X-Tenant-ID", tenant.name());
        case HEADER_WITH_ID -> api.with("X-Tenant-ID", tenant.tenant().id().toString());
        case PATH -> api;
        case TOKEN -> api.with("Authorization", tenant.tenant().admin().header("Authorization"));
      };
    }

    String path(Named tenant) {
      return this == PATH ? "/tenant/" + tenant.name() : "";
    }

    /** A request has one host, and one header of a name. */
    boolean goesWith(Way other) {
      return this != other && !(isHost() && other.isHost()) && !(isHeader() && other.isHeader());
    }

    private boolean isHost() {
      return this == SUBDOMAIN || this == OWN_DOMAIN;
    }

    private boolean isHeader() {
      return this == HEADER || this == HEADER_WITH_ID;
    }
  }

  private record Named(OwnTenant tenant, String domain) {
    String name() {
      return tenant.name();
    }
  }

  private static Named one;
  private static Named other;

  @BeforeAll
  static void makeTwoTenantsWithDomains() throws IOException {
    one = tenant();
    other = tenant();
  }

  @Test
  void anyTwoThatNameDifferentTenantsAreRefused() {
    int pairs = 0;
    for (var first : Way.values()) {
      for (var second : Way.values()) {
        if (first.goesWith(second)) {
          assertProblem(films(first, one, second, other), 403, "tenant-mismatch");
          assertProblem(films(first, other, second, one), 403, "tenant-mismatch");
          pairs += 2;
        }
      }
    }
    assertThat(pairs).isGreaterThanOrEqualTo(52);
  }

  @Test
  void anyTwoThatNameTheSameTenantWorkForWhoHasItsToken() {
    for (var first : Way.values()) {
      for (var second : Way.values()) {
        if (first.goesWith(second)) {
          var withToken = Way.TOKEN.name(named(first, one, second, one), one);
          var answer = withToken.get(first.path(one) + second.path(one) + "/api/movies");
          assertThat(answer.statusCode())
              .as("%s and %s: %s", first, second, answer.body())
              .isEqualTo(200);
        }
      }
    }
  }

  @Test
  void namingATenantIsNoSignIn() {
    var nothing = Belongings.nothing();
    for (var operation : Operations.withHeads(Operation::isProtected)) {
      for (var way : List.of(Way.SUBDOMAIN, Way.OWN_DOMAIN, Way.HEADER, Way.HEADER_WITH_ID)) {
        var answer = operation.ask(way.name(Api.anonymous(), one), nothing);
        assertThat(answer.statusCode()).as("%s by %s", operation, way).isEqualTo(401);
      }
      if (operation.path().startsWith("/api/")
          && !operation.takesFilm()
          && !operation.takesPicture()) {
        var answer =
            Api.anonymous()
                .send(
                    operation.method(),
                    Way.PATH.path(one) + operation.path(nothing),
                    operation.takesJson() ? operation.example().toString() : null);
        assertThat(operation.checked(answer).statusCode()).as("%s", operation).isEqualTo(401);
      }
      var unnamed = operation.ask(Api.anonymous(), nothing);
      assertThat(unnamed.statusCode()).as("%s", operation).isEqualTo(401);
    }
  }

  @Test
  void aTokenIsWorthNothingAtAnotherTenantsHost() {
    var nothing = Belongings.nothing();
    var operator = Api.operator();
    for (var operation : Operations.withHeads(any -> true)) {
      for (var host : List.of(Way.SUBDOMAIN, Way.OWN_DOMAIN)) {
        for (var stranger : List.of(one.tenant().admin(), operator)) {
          var answer = operation.ask(host.name(stranger, other), nothing);
          assertThat(answer.statusCode()).as("%s: %s", operation, answer.body()).isEqualTo(403);
          if (!operation.method().equals("HEAD")) {
            assertProblem(answer, 403, "tenant-mismatch");
          }
        }
      }
    }
  }

  @Test
  void aNameOfNobodyIsNobodys() {
    var admin = one.tenant().admin();
    assertProblem(admin.with("X-Tenant-ID", "nobody").get("/api/movies"), 404, "tenant-not-found");
    assertProblem(
        admin.with("X-Tenant-ID", UUID.randomUUID().toString()).get("/api/movies"),
        404,
        "tenant-not-found");
    assertProblem(admin.get("/tenant/nobody/api/movies"), 404, "tenant-not-found");
    assertProblem(
        admin.with("Host", "nobody.localhost").get("/api/movies"), 404, "tenant-not-found");
    assertProblem(
        admin.with("Host", "recaps.nobody.example.com").get("/api/movies"),
        404,
        "tenant-not-found");
  }

  @Test
  void noTwistedNameLeadsToAnother() {
    var stranger = other.tenant().admin();
    var name = one.name();
    for (var twisted :
        List.of(
            "..%2f" + name,
            "%2e%2e%2f" + name,
            "..%5c" + name,
            name + "%2f",
            name + "%20",
            "%20" + name,
            name + ".",
            name + "%23",
            name + "%3f",
            name + "," + other.name(),
            other.name() + "%2f..%2f" + name,
            name.toUpperCase(java.util.Locale.ROOT),
            name.replaceFirst("^t", "%D1%82"),
            name.replaceFirst("^t", "%EF%BD%94"),
            name.replaceFirst("^t", "%C5%A5"),
            name + "%C2%A0",
            name + "%E2%80%8B",
            "%C0%AE%C0%AE",
            "*",
            "%25",
            "platform",
            "x".repeat(300))) {
      var answer = stranger.get("/tenant/" + twisted + "/api/movies");
      Operations.assertRefusedWell(twisted, answer);
      assertThat(answer.statusCode()).as("%s: %s", twisted, answer.body()).isIn(400, 403, 404);
    }
    for (var twisted :
        List.of(
            "../" + name,
            name + "/",
            name + "%2f",
            " " + name + " ",
            name + "," + other.name(),
            name + "\t" + other.name(),
            name.toUpperCase(java.util.Locale.ROOT),
            "'" + name + "'",
            "*",
            "%",
            "platform",
            "x".repeat(5000))) {
      var answer = stranger.with("X-Tenant-ID", twisted).get("/api/movies");
      Operations.assertRefusedWell(twisted, answer);
      assertThat(answer.statusCode()).as("%s: %s", twisted, answer.body()).isIn(400, 403, 404);
    }
  }

  private static HttpResponse<String> films(Way first, Named at, Way second, Named and) {
    return named(first, at, second, and).get(first.path(at) + second.path(and) + "/api/movies");
  }

  private static Api named(Way first, Named at, Way second, Named and) {
    return second.name(first.name(Api.anonymous(), at), and);
  }

  private static Named tenant() throws IOException {
    var tenant = OwnTenant.create(Api.operator());
    var domain = "recaps." + tenant.name() + ".com";
    var claim = json(tenant.admin().post("/api/domains", "{\"domain\":\"" + domain + "\"}"));
    TestStack.dns().say(claim.get("record_name").asText(), claim.get("record_value").asText());
    var proven = tenant.admin().post("/api/domains/" + claim.get("id").asText() + "/verify", "");
    assertThat(proven.statusCode()).as(proven.body()).isEqualTo(200);
    return new Named(tenant, domain);
  }
}
