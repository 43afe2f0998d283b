package com.movierecap.it;

import static com.movierecap.it.Api.assertProblem;
import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movierecap.local.LocalStack;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How whoever runs the platform comes in for the first time. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OperatorsIT {
  private static final String LOGIN = "{\"email\":\"%s\",\"password\":\"%s\",\"otp\":\"%s\"}";

  private final Api visitor = Api.anonymous().with("X-Tenant-ID", "platform");

  @Test
  void aCommandInvitesOnceAndASecondFactorComesBeforeAnythingElse() throws Exception {
    var email = "first-" + UUID.randomUUID() + "@movierecap.example";
    var printed = invite(0, email);
    var link = URI.create(printed.lines().findFirst().orElseThrow());
    assertThat(link.getHost()).isEqualTo("platform.localhost");
    assertThat(link.getPath()).isEqualTo("/portal/invitation.xhtml");
    var token = link.getQuery().replace("token=", "");
    var acceptance =
        "{\"token\":\"%s\",\"display_name\":\"Olga\",\"password\":\"%s\"}"
            .formatted(token, TestStack.PASSWORD);
    secondFactorIsAskedFor(true);
    try {
      var accepted = visitor.post("/api/auth/invitations", acceptance);
      assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
      assertProblem(visitor.post("/api/auth/invitations", acceptance), 403, "invitation-refused");
      var enrolling = bearer(json(accepted).get("access_token").asText());
      assertProblem(enrolling.get("/admin/tenants"), 403, "second-factor-enrolment-required");
      var secret = json(enrolling.post("/api/auth/factor", "")).get("secret").asText();
      var program = new Authenticator(secret);
      assertThat(
              enrolling
                  .post("/api/auth/factor/confirm", "{\"otp\":\"" + program.code() + "\"}")
                  .statusCode())
          .isEqualTo(200);
      assertProblem(
          visitor.post("/api/auth/login", LOGIN.formatted(email, TestStack.PASSWORD, "")),
          401,
          "second-factor-required");
      var login =
          visitor.post(
              "/api/auth/login", LOGIN.formatted(email, TestStack.PASSWORD, program.code()));
      assertThat(login.statusCode()).as(login.body()).isEqualTo(200);
      var operator = bearer(json(login).get("access_token").asText());
      var platform = json(operator.get("/admin/tenants?search=platform")).at("/items/0/id");
      var path = "/admin/tenants/" + platform.asText() + "/security";
      assertThat(json(operator.get(path)).get("require_2fa").asBoolean()).isTrue();
      assertProblem(
          operator.send("PUT", path, "{\"require_2fa\":false}"), 409, "second-factor-mandatory");
      assertThat(operator.get("/admin/audit?action=invitation&limit=1").body())
          .contains(email, "recap-tools invite-operator");
    } finally {
      secondFactorIsAskedFor(false);
    }
  }

  @Test
  void whatIsNoInvitationIsSaidAndNothingIsWritten() throws Exception {
    assertThat(invite(2, "nobody")).contains("nobody");
    assertThat(invite(2, "x@movierecap.example", "tenant-admin")).contains("tenant-admin");
    assertThat(invite(2)).contains("Usage");
  }

  /** The database's own word, whatever goes wrong above it. */
  @Test
  void noTenantHasAnOperator() throws SQLException {
    var tenant = OwnTenant.create();
    for (var statement :
        List.of(
            "update account set role = 'OPERATOR'",
            "insert into invitation (tenant_id, id, email, role, token_hash, created_at, expires_at)"
                + " values ('"
                + tenant.id()
                + "', uuidv7(), 'x@y.example', 'AUDITOR', 'x', now(),"
                + " now())")) {
      try (var app = TestStack.stack().connectAsApp(LocalStack.DATABASE);
          var run = app.createStatement()) {
        app.setAutoCommit(false);
        run.execute("select set_config('app.tenant_id', '" + tenant.id() + "', true)");
        assertThatThrownBy(() -> run.execute(statement))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("_of_operators");
      }
    }
  }

  private static String invite(int exit, String... arguments)
      throws IOException, InterruptedException {
    var words = Stream.concat(Stream.of("invite-operator"), Stream.of(arguments));
    var command = Tool.run(words.toArray(String[]::new));
    assertThat(command.code()).as(command.said()).isEqualTo(exit);
    return command.said();
  }

  /** As it is from the first migration on; the demo accounts do without. */
  private static void secondFactorIsAskedFor(boolean required) throws SQLException {
    try (var owner = TestStack.stack().connectAsOwner(LocalStack.DATABASE);
        var statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute(
          "select set_config('app.tenant_id', id::text, true) from tenant where slug = 'platform'");
      statement.executeUpdate(
          "update tenant_settings set security = '{\"require_2fa\":" + required + "}'");
      owner.commit();
    }
  }

  private static Api bearer(String token) {
    return Api.anonymous().with("Authorization", "Bearer " + token);
  }
}
