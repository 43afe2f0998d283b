package com.movierecap.it;

import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of each kind of thing that tenant acme has, made once for all attacks on it: whoever adds an
 * operation on a new kind of thing adds one of those here.
 *
 * @param ids by what they are ids of, as paths call it
 */
record Belongings(Map<String, String> ids) {
  private static @Nullable Belongings acmes;

  static synchronized Belongings ofAcme() {
    var known = acmes;
    if (known == null) {
      known = make(Api.signedIn("acme", "admin"));
      acmes = known;
    }
    return known;
  }

  /** Ids of nothing at all. */
  static Map<String, String> nothing() {
    return Map.of(
        "movies", UUID.randomUUID().toString(),
        "recaps", UUID.randomUUID().toString(),
        "domains", UUID.randomUUID().toString(),
        "exports", UUID.randomUUID().toString(),
        "invitations", UUID.randomUUID().toString(),
        "users", UUID.randomUUID().toString(),
        "sessions", UUID.randomUUID().toString(),
        "tenants", UUID.randomUUID().toString());
  }

  String movie() {
    return id("movies");
  }

  String recap() {
    return id("recaps");
  }

  String domain() {
    return id("domains");
  }

  private String id(String kind) {
    return java.util.Objects.requireNonNull(ids.get(kind));
  }

  private static Belongings make(Api acme) {
    try {
      var movie = acme.movie(Films.demo(), null);
      var recap = acme.order(movie, "{\"length_seconds\":4}");
      assertThat(acme.ended(recap).get("outputs")).hasSizeGreaterThanOrEqualTo(9);
      var domain = json(acme.post("/api/domains", "{\"domain\":\"secret-plans.example.com\"}"));
      var export = json(acme.post("/api/exports", "")).get("id").asText();
      acme.awaitWhile("/api/exports/" + export, "queued", "running");
      var watermark = acme.put("/api/watermark", "image/png", Watermarks.png());
      assertThat(watermark.statusCode()).as(watermark.body()).isEqualTo(200);
      var invited =
          json(
              acme.post(
                  "/api/invitations", "{\"email\":\"belongs@acme.example\",\"role\":\"viewer\"}"));
      var person = json(acme.get("/api/users?limit=1")).at("/items/0/id").asText();
      var provider =
          acme.send(
              "PUT",
              "/api/sso",
              "{\"issuer\":\"https://login.example.com\",\"client_id\":\"secret-client\","
                  + "\"client_secret\":\"s\",\"default_role\":\"viewer\"}");
      assertThat(provider.statusCode()).as(provider.body()).isEqualTo(200);
      var session = json(acme.get("/api/sessions")).at("/items/0/id").asText();
      var tenant = json(acme.get("/api/audit?limit=1")).at("/items/0/tenant_id").asText();
      return new Belongings(
          Map.of(
              "movies", movie,
              "recaps", recap,
              "domains", domain.get("id").asText(),
              "exports", export,
              "invitations", invited.get("id").asText(),
              "users", person,
              "sessions", session,
              "tenants", tenant));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
