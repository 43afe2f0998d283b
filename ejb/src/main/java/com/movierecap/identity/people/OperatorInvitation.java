package com.movierecap.identity.people;

import com.movierecap.access.Role;
import com.movierecap.identity.Invitation;
import com.movierecap.identity.OpaqueToken;
import com.movierecap.kernel.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/**
 * An {@link Invitation} by the operators' role in the database, which can add one to any tenant and
 * read none. {@link Invitations} are the bound tenant's own.
 */
public final class OperatorInvitation {
  private OperatorInvitation() {}

  /**
   * Adds one, good for {@link Invitation#LIFE}.
   *
   * @param connection of that role
   * @param email in lower case
   * @param language its tag: the command does without the languages' own list
   * @return the token that opens it; its hash alone is kept
   */
  public static String add(
      Connection connection, UUID tenant, String email, Role role, String language, Instant now)
      throws SQLException {
    var token = OpaqueToken.next();
    try (var insert =
        connection.prepareStatement(
            "insert into invitation (tenant_id, id, email, role, language, token_hash, created_at,"
                + " expires_at) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setObject(1, tenant);
      insert.setObject(2, Ids.next());
      insert.setString(3, email);
      insert.setString(4, role.name());
      insert.setString(5, language);
      insert.setString(6, OpaqueToken.hash(token));
      insert.setTimestamp(7, Timestamp.from(now));
      insert.setTimestamp(8, Timestamp.from(now.plus(Invitation.LIFE)));
      insert.executeUpdate();
    }
    return token;
  }
}
