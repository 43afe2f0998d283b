package com.movierecap.it;

import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.UUID;

/** A tenant that one test has for itself, and its administrator, who came in by an invitation. */
record OwnTenant(UUID id, String name, String email, Api admin) {
  static final String PASSWORD = TestStack.PASSWORD;

  static OwnTenant create() {
    return create(Api.operator());
  }

  static OwnTenant create(Api operator) {
    var name = freshName();
    var email = "admin@" + name + ".example";
    var made =
        operator.post(
            "/admin/tenants", "{\"name\":\"%s\",\"admin_email\":\"%s\"}".formatted(name, email));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    var accepted =
        visitor(name)
            .post(
                "/api/auth/invitations",
                "{\"token\":\"%s\",\"display_name\":\"Ada\",\"password\":\"%s\"}"
                    .formatted(Mails.tokenFor(email), PASSWORD));
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
    return new OwnTenant(
        UUID.fromString(json(made).get("id").asText()),
        name,
        email,
        Api.anonymous()
            .with("Authorization", "Bearer " + json(accepted).get("access_token").asText()));
  }

  /** A name that no other test has. */
  static String freshName() {
    return "t" + UUID.randomUUID().toString().replaceAll("[^a-z0-9]", "");
  }

  /** Where operators find it. */
  String path() {
    return "/admin/tenants/" + id;
  }

  /** Asks all of the tenant's people for a second factor, or does no more. */
  void requireSecondFactor(boolean required) {
    var set =
        Api.operator()
            .send("PUT", path() + "/security", "{\"require_2fa\":%b}".formatted(required));
    assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
  }

  Api visitor() {
    return visitor(name);
  }

  private static Api visitor(String name) {
    return Api.anonymous().with("X-Tenant-ID", name);
  }

  HttpResponse<String> login() {
    return visitor()
        .post(
            "/api/auth/login", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD));
  }

  HttpResponse<String> login(String otp) {
    return visitor()
        .post(
            "/api/auth/login",
            "{\"email\":\"%s\",\"password\":\"%s\",\"otp\":\"%s\"}"
                .formatted(email, PASSWORD, otp));
  }

  HttpResponse<String> refresh(JsonNode tokens) {
    return visitor()
        .post(
            "/api/auth/refresh",
            "{\"refresh_token\":\"%s\"}".formatted(tokens.get("refresh_token").asText()));
  }
}
