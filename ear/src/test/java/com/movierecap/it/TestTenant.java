package com.movierecap.it;

import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

/** A tenant that one test made for itself, with its first administrator. */
record TestTenant(UUID id, String name, Api admin) {
  static TestTenant create(Api operator) {
    var name = "t" + UUID.randomUUID().toString().replace("-", "");
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
                "{\"token\":\"%s\",\"display_name\":\"Ada\",\"password\":\"%s\"}"
                    .formatted(json(made).at("/invitation/token").asText(), TestStack.PASSWORD));
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
    return new TestTenant(
        UUID.fromString(json(made).get("id").asText()),
        name,
        Api.anonymous()
            .with("Authorization", "Bearer " + json(accepted).get("access_token").asText()));
  }

  String path() {
    return "/admin/tenants/" + id;
  }

  String email() {
    return "admin@" + name + ".example";
  }
}
