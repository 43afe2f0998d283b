package com.movierecap.isolation;

import com.movierecap.local.LocalStack;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads over the service's shoulder: the statements that it sends while it works, as {@code
 * pg_stat_activity} shows them to their own role.
 */
final class Watcher implements AutoCloseable {
  private static final long PAUSE_MILLIS = 3;

  private final LocalStack stack;
  private final Map<String, Set<String>> statements = new TreeMap<>();
  private final Thread thread = new Thread(this::watch, "watcher");
  private volatile boolean over;
  private volatile SQLException failure;

  private Watcher(LocalStack stack) {
    this.stack = stack;
  }

  static Watcher start(LocalStack stack) {
    var watcher = new Watcher(stack);
    watcher.thread.start();
    return watcher;
  }

  private void watch() {
    try (var app = stack.connectAsApp(LocalStack.DATABASE);
        var query =
            app.prepareStatement(
                "select datname, query from pg_stat_activity where application_name = 'recap'")) {
      while (!over) {
        try (var rows = query.executeQuery()) {
          while (rows.next()) {
            statements
                .computeIfAbsent(rows.getString(1), database -> new TreeSet<>())
                .add(rows.getString(2));
          }
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (SQLException e) {
      failure = e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the watch and returns what was seen in that database. */
  Set<String> seen(String database) throws InterruptedException, SQLException {
    close();
    if (failure != null) {
      throw failure;
    }
    return statements.getOrDefault(database, Set.of());
  }

  @Override
  public void close() throws InterruptedException {
    over = true;
    thread.join();
  }
}
