package com.movierecap.it;

import static com.movierecap.it.Api.json;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One of each kind of thing that tenant acme has, made once for all attacks on it: whoever adds an
 * operation on a new kind of thing adds one of those here.
 *
 * @param ids by what they are ids of, as paths call it
 */
record Belongings(Map<String, String> ids) {
  private static final Set<String> KINDS =
      Set.of(
          "movies",
          "recaps",
          "domains",
          "exports",
          "invitations",
          "users",
          "sessions",
          "service-accounts",
          "keys",
          "tenants");

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
    return KINDS.stream()
        .collect(Collectors.toMap(kind -> kind, kind -> UUID.randomUUID().toString()));
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
      var movie = acme.movie(Films.demo(), Films.subtitles());
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
      var service =
          json(acme.post("/api/service-accounts", "{\"name\":\"Import\",\"role\":\"viewer\"}"));
      var ids =
          Map.ofEntries(
              entry("movies", movie),
              entry("recaps", recap),
              entry("domains", domain.get("id").asText()),
              entry("exports", export),
              entry("invitations", invited.get("id").asText()),
              entry("users", person),
              entry("sessions", session),
              entry("service-accounts", service.get("id").asText()),
              entry("keys", Keys.make(acme, "read").id()),
              entry("tenants", tenant));
      assertThat(ids.keySet()).isEqualTo(KINDS);
      return new Belongings(ids);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
