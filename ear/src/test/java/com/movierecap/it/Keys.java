package com.movierecap.it;

import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.movierecap.local.LocalStack;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** API keys as tests make them, and as crooks would. */
record Keys(String id, String prefix, String secret) {
  static Keys make(Api owner, String... scopes) {
    return makeAt("/api/keys", owner, scopes);
  }

  static Keys makeAt(String path, Api owner, String... scopes) {
    return of(owner.post(path, wish("Nightly import", scopes)));
  }

  static Keys of(HttpResponse<String> made) {
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    JsonNode answer = json(made);
    return new Keys(
        answer.at("/key/id").asText(),
        answer.at("/key/prefix").asText(),
        answer.get("secret").asText());
  }

  static String wish(String name, String... scopes) {
    return "{\"name\":\"%s\",\"scopes\":[%s]}"
        .formatted(
            name, Arrays.stream(scopes).map(s -> '"' + s + '"').collect(Collectors.joining(",")));
  }

  Api api() {
    return sent(secret);
  }

  static Api sent(String text) {
    return Api.anonymous().with("X-API-Key", text);
  }

  /** Another secret, with a checksum that is right. */
  String forged() {
    var other = secret.substring(0, secret.length() - 8) + (secret.endsWith("0") ? "1" : "0");
    var crc = new CRC32();
    crc.update(other.getBytes(StandardCharsets.US_ASCII));
    var digits = Long.toString(crc.getValue(), 36);
    return other + "0".repeat(7 - digits.length()) + digits;
  }

  /** Its row as the database has it, after a change. */
  static String row(OwnTenant tenant, String id, String change) throws SQLException {
    try (var owner = TestStack.stack().connectAsOwner(LocalStack.DATABASE);
        var statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute("select set_config('app.tenant_id', '" + tenant.id() + "', true)");
      if (!change.isEmpty()) {
        assertThat(
                statement.executeUpdate(
                    "update api_key set " + change + " where id = '" + id + "'"))
            .isEqualTo(1);
      }
      try (var rows =
          statement.executeQuery(
              "select to_json(k)::text from api_key k where id = '" + id + "'")) {
        assertThat(rows.next()).isTrue();
        var row = rows.getString(1);
        owner.commit();
        return row;
      }
    }
  }
}
