package com.movierecap.local;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two customers and an operator to try the product with. They exist in the local stack only:
 * production starts with no account at all.
 *
 * <p>Creating is idempotent, and mends one thing: if the password printed by {@code ./run} no
 * longer fits an account, it is set again, so that what is printed always works.
 */
public final class DemoAccounts {
  /** How the product keeps passwords. */
  public interface Passwords {
    String hash(String password);

    boolean matches(String password, String hash);
  }

  /**
   * One row of the table printed by {@code ./run}.
   *
   * @param role as {@code account.role} has it
   */
  public record Login(String tenant, String email, String displayName, String role) {}

  /** Where operators of the platform sign in; the migration makes it. */
  static final String PLATFORM = "platform";

  private record Tenant(String slug, String displayName, String domain, String plan) {}

  private static final List<Tenant> TENANTS =
      List.of(
          new Tenant("acme", "Acme Pictures", "acme.example", "professional"),
          new Tenant("globex", "Globex Media", "globex.example", "starter"));

  private final LocalStack stack;
  private final Passwords passwords;

  public DemoAccounts(LocalStack stack, Passwords passwords) {
    this.stack = stack;
    this.passwords = passwords;
  }

  /** All of them, in the order in which they are printed. */
  public static List<Login> logins() {
    List<Login> logins = new ArrayList<>();
    for (Tenant tenant : TENANTS) {
      logins.add(login(tenant, "admin", "Ada Admin", "TENANT_ADMIN"));
      logins.add(login(tenant, "editor", "Edgar Editor", "EDITOR"));
      logins.add(login(tenant, "viewer", "Vera Viewer", "VIEWER"));
    }
    logins.add(new Login(PLATFORM, "operator@movierecap.example", "Olga Operator", "OPERATOR"));
    return logins;
  }

  private static Login login(Tenant tenant, String name, String displayName, String role) {
    return new Login(tenant.slug(), name + "@" + tenant.domain(), displayName, role);
  }

  public void create(String database, String password) {
    try (Connection connection = stack.connectAsOwner(database)) {
      connection.setAutoCommit(false);
      for (Tenant tenant : TENANTS) {
        createTenant(connection, tenant);
      }
      bind(connection, PLATFORM);
      askForPasswordsOnly(connection);
      connection.commit();
      for (Login login : logins()) {
        bind(connection, login.tenant());
        createAccount(connection, login, password);
        connection.commit();
      }
    } catch (SQLException e) {
      throw new StartupFailure("the demo accounts could not be made: " + e.getMessage(), e);
    }
  }

  private static void createTenant(Connection connection, Tenant tenant) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into tenant (slug, display_name, billing_plan) values (?, ?, ?)
            on conflict (slug) do nothing
            """)) {
      insert.setString(1, tenant.slug());
      insert.setString(2, tenant.displayName());
      insert.setString(3, tenant.plan());
      insert.executeUpdate();
    }
  }

  /** What is printed must be enough to sign in; production asks operators for a second factor. */
  private static void askForPasswordsOnly(Connection connection) throws SQLException {
    try (var update = connection.createStatement()) {
      update.executeUpdate(
          "update tenant_settings set security = (security::jsonb - 'require_2fa')::text"
              + " where not exists (select 1 from second_factor)");
    }
  }

  // row-level security is forced for the owner as well: without this no row is seen and none may be
  // written
  private static void bind(Connection connection, String slug) throws SQLException {
    try (PreparedStatement bind =
        connection.prepareStatement(
            "select set_config('app.tenant_id', id::text, true) from tenant where slug = ?")) {
      bind.setString(1, slug);
      try (ResultSet rows = bind.executeQuery()) {
        if (!rows.next()) {
          throw new StartupFailure("there is no tenant " + slug + " in the database");
        }
      }
    }
  }

  private void createAccount(Connection connection, Login login, String password)
      throws SQLException {
    @Nullable String known = knownHash(connection, login.email());
    if (known == null) {
      insert(connection, login, passwords.hash(password));
    } else if (!passwords.matches(password, known)) {
      try (PreparedStatement update =
          connection.prepareStatement(
              "update account set password_hash = ?, version = version + 1 where email = ?")) {
        update.setString(1, passwords.hash(password));
        update.setString(2, login.email());
        update.executeUpdate();
      }
    }
  }

  private static @Nullable String knownHash(Connection connection, String email)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select password_hash from account where email = ?")) {
      select.setString(1, email);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? rows.getString(1) : null;
      }
    }
  }

  private static void insert(Connection connection, Login login, String hash) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into account (tenant_id, email, display_name, password_hash, role)
            values (current_setting('app.tenant_id')::uuid, ?, ?, ?, ?)
            """)) {
      insert.setString(1, login.email());
      insert.setString(2, login.displayName());
      insert.setString(3, hash);
      insert.setString(4, login.role());
      insert.executeUpdate();
    }
  }
}
