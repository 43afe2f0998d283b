package com.movierecap.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.movierecap.local.LocalStack;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** How PostgreSQL answers the list's own statement, for the service's role bound to a tenant. */
final class ListPlan {
  private static final int PAGE = 51;
  private static final Pattern LIST =
      Pattern.compile("select .* from .*\\bmovie\\b.* order by .*", Pattern.CASE_INSENSITIVE);
  private static final Pattern PARAMETER =
      Pattern.compile("(tenant_id = |limit |offset )\\$(\\d+)", Pattern.CASE_INSENSITIVE);

  /**
   * @param text as a person reads it
   * @param faults what is wrong with it; none is as it must be
   */
  record Verdict(String statement, String text, List<String> faults) {}

  private ListPlan() {}

  static Verdict of(LocalStack stack, String database, Set<String> statements, String tenant)
      throws SQLException, IOException {
    var statement =
        statements.stream()
            .filter(s -> LIST.matcher(s).matches())
            .findFirst()
            .orElseThrow(() -> new IOException("the list's statement was not seen"));
    try (var app = stack.connectAsApp(database);
        var sql = app.createStatement()) {
      app.setAutoCommit(false);
      sql.execute("select set_config('app.tenant_id', '" + tenant + "', true)");
      // as the service's own connections, in server.xml
      sql.execute("set local plan_cache_mode = force_generic_plan");
      sql.execute("prepare list as " + statement);
      var execute = "execute list(" + parameters(statement, tenant) + ")";
      var text = explain(sql, "explain (analyze, buffers off) " + execute);
      var json = explain(sql, "explain (analyze, buffers off, format json) " + execute);
      var faults = new ArrayList<String>();
      check(app, JsonMapper.builder().build().readTree(json).get(0).get("Plan"), faults);
      return new Verdict(statement, text, faults);
    }
  }

  private static String parameters(String statement, String tenant) throws IOException {
    var values = new TreeMap<Integer, String>();
    var parameter = PARAMETER.matcher(statement);
    while (parameter.find()) {
      values.put(
          Integer.valueOf(parameter.group(2)),
          switch (parameter.group(1).charAt(0)) {
            case 'l', 'L' -> Integer.toString(PAGE);
            case 'o', 'O' -> "0";
            default -> "'" + tenant + "'";
          });
    }
    if (statement.contains("$" + (values.size() + 1))) {
      throw new IOException("the list's statement has parameters of another kind: " + statement);
    }
    return String.join(", ", values.values());
  }

  private static String explain(Statement sql, String explain) throws SQLException {
    var lines = new ArrayList<String>();
    try (var rows = sql.executeQuery(explain)) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    return String.join("\n", lines);
  }

  private static void check(Connection app, JsonNode node, List<String> faults)
      throws SQLException {
    var relation = node.path("Relation Name").asText("");
    var index = node.path("Index Name").asText("");
    if (!relation.isEmpty() && index.isEmpty()) {
      faults.add(node.get("Node Type").asText() + " of " + relation + " uses no index");
    } else if (!index.isEmpty() && !firstColumn(app, index).equals("tenant_id")) {
      faults.add(index + " does not begin with tenant_id");
    }
    double loops = node.path("Actual Loops").asDouble();
    double read =
        loops
            * (node.path("Actual Rows").asDouble()
                + node.path("Rows Removed by Filter").asDouble()
                + node.path("Rows Removed by Join Filter").asDouble());
    if (read > PAGE) {
      faults.add(
          "%s %s reads %.0f rows for a page of %d"
              .formatted(node.get("Node Type").asText(), relation, read, PAGE));
    }
    for (var child : node.path("Plans")) {
      check(app, child, faults);
    }
  }

  private static String firstColumn(Connection app, String index) throws SQLException {
    try (var query = app.prepareStatement("select pg_get_indexdef(cast(? as regclass), 1, true)")) {
      query.setString(1, index);
      try (var rows = query.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }
}
