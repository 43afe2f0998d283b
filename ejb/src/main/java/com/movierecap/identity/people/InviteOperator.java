package com.movierecap.identity.people;

import com.movierecap.access.Role;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.CommandAudit;
import com.movierecap.identity.EmailAddress;
import com.movierecap.identity.Invitation;
import com.movierecap.kernel.ProblemException;
import com.movierecap.mail.Links;
import com.movierecap.tenancy.Tenant;
import java.io.PrintStream;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * The command behind {@code ops/operators/invite}: who runs the platform is invited by whoever runs
 * its database. Prints the link and sends nothing, since there may be nobody yet to send it; it
 * opens once, and leads to a password and a second factor before anything else.
 */
public final class InviteOperator {
  private static final String COMMAND = "ops/operators/invite";
  private static final String LANGUAGE = "en";
  private static final int BAD_USAGE = 2;

  private InviteOperator() {}

  /**
   * Exits with 0 where somebody was invited, 2 where the address or the role is none. An invitation
   * of somebody who has an account opens nothing.
   *
   * @param args the address, and {@code auditor} for somebody who may only look
   */
  public static void main(String[] args) throws SQLException {
    if (args.length == 0 || args.length > 2) {
      System.err.println("usage: ops/operators/invite ADDRESS [operator|auditor]");
      System.exit(BAD_USAGE);
    }
    try (var connection =
        DriverManager.getConnection(
            required("POSTGRES_URL"),
            required("POSTGRES_OPERATOR_USER"),
            required("POSTGRES_OPERATOR_PASSWORD"))) {
      var links = new Links(URI.create(required("MAIL_PORTAL_URL")));
      System.exit(run(connection, links, List.of(args), System.out, System.err));
    }
  }

  private static int run(
      Connection connection, Links links, List<String> args, PrintStream out, PrintStream err)
      throws SQLException {
    var wished = args.size() == 1 ? Role.OPERATOR.slug() : args.get(1);
    var role =
        List.of(Role.OPERATOR, Role.AUDITOR).stream()
            .filter(each -> each.slug().equals(wished))
            .findFirst();
    if (role.isEmpty()) {
      err.println("the role is operator or auditor, not " + wished);
      return BAD_USAGE;
    }
    String email;
    try {
      email = EmailAddress.of(args.get(0), "address");
    } catch (ProblemException e) {
      err.println("that is no e-mail address: " + args.get(0));
      return BAD_USAGE;
    }
    connection.setAutoCommit(false);
    var now = Instant.now(Clock.systemUTC());
    var token =
        OperatorInvitation.add(connection, Tenant.PLATFORM_ID, email, role.get(), LANGUAGE, now);
    CommandAudit.record(
        connection, Tenant.PLATFORM_ID, COMMAND, AuditAction.INVITATION, email, now);
    connection.commit();
    out.println(links.toInvitation(Tenant.PLATFORM, token));
    err.printf(
        "for %s, as %s, once, until %s; a second factor is set up at the first sign-in%n",
        email, role.get().slug(), now.plus(Invitation.LIFE));
    return 0;
  }

  private static String required(String variable) {
    var value = System.getenv(variable);
    if (value == null) {
      throw new IllegalStateException(variable + " is not set");
    }
    return value;
  }
}
