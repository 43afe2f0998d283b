package com.movierecap.tools;

import com.movierecap.access.Role;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.CommandAudit;
import com.movierecap.identity.EmailAddress;
import com.movierecap.identity.Invitation;
import com.movierecap.identity.people.OperatorInvitation;
import com.movierecap.kernel.ProblemException;
import com.movierecap.mail.Links;
import com.movierecap.tenancy.Tenant;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Who runs the platform is invited by whoever runs its database. Prints the link and sends nothing,
 * since there may be nobody yet to send it; it opens once, and leads to a password and a second
 * factor before anything else. An invitation of somebody who has an account opens nothing.
 */
@Command(
    name = "invite-operator",
    description = {
      "Invites somebody to run the platform. Prints a link that opens once, within a week, and leads"
          + " to a password and a second factor before anything else.",
      "",
      "Environment: POSTGRES_HOST, POSTGRES_PORT, POSTGRES_DATABASE (recap),"
          + " POSTGRES_OPERATOR_USER, POSTGRES_OPERATOR_PASSWORD, and MAIL_PORTAL_URL, where the"
          + " portal is."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Tools.Version.class)
final class InviteOperator implements Callable<Integer> {
  private static final String COMMAND = "recap-tools invite-operator";
  private static final String LANGUAGE = "en";

  private enum Wished {
    OPERATOR(Role.OPERATOR),
    AUDITOR(Role.AUDITOR);

    private final Role role;

    Wished(Role role) {
      this.role = role;
    }

    @Override
    public String toString() {
      return role.slug();
    }
  }

  private final Settings settings;
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "ADDRESS",
      description = "The e-mail address to sign in with.")
  private String address;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ROLE",
      defaultValue = "operator",
      description = "${COMPLETION-CANDIDATES}; an auditor may only look. By default an operator.")
  private Wished wished;

  InviteOperator(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Integer call() throws SQLException {
    var email = email();
    var links = new Links(URI.create(settings.required("MAIL_PORTAL_URL")));
    var now = Instant.now(Clock.systemUTC());
    String token;
    try (var connection = settings.database("OPERATOR").connect()) {
      connection.setAutoCommit(false);
      token =
          OperatorInvitation.add(connection, Tenant.PLATFORM_ID, email, wished.role, LANGUAGE, now);
      CommandAudit.record(
          connection, Tenant.PLATFORM_ID, COMMAND, AuditAction.INVITATION, email, now);
      connection.commit();
    }
    spec.commandLine().getOut().println(links.toInvitation(Tenant.PLATFORM, token));
    spec.commandLine()
        .getErr()
        .printf(
            "for %s, as %s, once, until %s; a second factor is set up at the first sign-in%n",
            email, wished, now.plus(Invitation.LIFE));
    return ExitCode.OK;
  }

  private String email() {
    try {
      return EmailAddress.of(address, "address");
    } catch (ProblemException e) {
      throw new ParameterException(spec.commandLine(), "that is no e-mail address: " + address, e);
    }
  }
}
