package com.movierecap.identity.people;

import com.movierecap.access.Role;
import com.movierecap.identity.EmailAddress;
import com.movierecap.identity.Invitation;
import com.movierecap.identity.Secret;
import com.movierecap.kernel.Ids;
import com.movierecap.kernel.ProblemException;
import com.movierecap.mail.Links;
import java.io.PrintStream;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The command behind {@code ops/operators/invite}: who runs the platform is invited by whoever runs
 * its database. Prints the link and sends nothing, since there may be nobody yet to send it; it
 * opens once, and leads to a password and a second factor before anything else.
 */
public final class InviteOperator {
  /** As the first migration has it. */
  private static final UUID PLATFORM = UUID.fromString("00000000-0000-7000-8000-000000000001");

  private static final String SLUG = "platform";
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
    var token = Secret.next();
    write(connection, email, role.get(), token, now);
    connection.commit();
    out.println(links.toInvitation(SLUG, token));
    err.printf(
        "for %s, as %s, once, until %s; a second factor is set up at the first sign-in%n",
        email, role.get().slug(), now.plus(Invitation.LIFE));
    return 0;
  }

  private static void write(
      Connection connection, String email, Role role, String token, Instant now)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into invitation (tenant_id, id, email, role, token_hash, created_at, expires_at)"
                + " values (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setObject(1, PLATFORM);
      insert.setObject(2, Ids.next());
      insert.setString(3, email);
      insert.setString(4, role.name());
      insert.setString(5, Secret.hash(token));
      insert.setTimestamp(6, Timestamp.from(now));
      insert.setTimestamp(7, Timestamp.from(now.plus(Invitation.LIFE)));
      insert.executeUpdate();
    }
    try (var insert =
        connection.prepareStatement(
            "insert into audit_event (tenant_id, id, occurred_at, actor, action, subject, outcome)"
                + " values (?, ?, ?, ?, 'INVITATION', ?, 'DONE')")) {
      insert.setObject(1, PLATFORM);
      insert.setObject(2, Ids.next());
      insert.setTimestamp(3, Timestamp.from(now));
      insert.setString(4, "ops/operators/invite");
      insert.setString(5, email);
      insert.executeUpdate();
    }
  }

  private static String required(String variable) {
    var value = System.getenv(variable);
    if (value == null) {
      throw new IllegalStateException(variable + " is not set");
    }
    return value;
  }
}
