package com.movierecap.it;

import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

/** A tenant that one test has for itself, with an administrator who came in by an invitation. */
record OwnTenant(UUID id, String name, Api admin) {
  static OwnTenant make(Api operator) {
    var name = freshName();
    var made =
        operator.post(
            "/admin/tenants",
            "{\"name\":\"%s\",\"admin_email\":\"admin@%s.example\"}".formatted(name, name));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    var accepted =
        Api.anonymous()
            .with("X-Tenant-ID", name)
            .post(
                "/api/auth/invitations",
                "{\"token\":\"%s\",\"display_name\":\"Ada\",\"password\":\"correct horse\"}"
                    .formatted(json(made).get("invitation").get("token").asText()));
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
    return new OwnTenant(
        UUID.fromString(json(made).get("id").asText()),
        name,
        Api.anonymous()
            .with("Authorization", "Bearer " + json(accepted).get("access_token").asText()));
  }

  /** A name that no other test has. */
  static String freshName() {
    return "t" + UUID.randomUUID().toString().replaceAll("[^a-z0-9]", "");
  }

  String path() {
    return "/admin/tenants/" + id;
  }
}
