package com.movierecap.it;

import static com.movierecap.it.Api.assertProblem;
import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.movierecap.local.LocalStack;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** All that a tenant has as one archive. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TenantExportIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Api operator = Api.operator();

  @Test
  void theArchiveHasEveryRowAndEveryFileOfItsTenantAndNoOther() throws Exception {
    var tenant = OwnTenant.create(operator);
    var movie = tenant.admin().movie(Films.demo(), Films.subtitles());
    tenant.admin().ended(tenant.admin().order(movie, "{\"length_seconds\":4}"));
    assertThat(tenant.admin().put("/api/watermark", "image/png", Watermarks.png()).statusCode())
        .isEqualTo(200);
    var folder = tenant.path() + "/exports";
    var asked = operator.post(folder, "");
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
    var path =
        asked.headers().firstValue("Location").orElseThrow().replaceAll("^.*(?=/admin/)", "");
    assertThat(path).isEqualTo(folder + "/" + json(asked).get("id").asText());

    var export = operator.awaitWhile(path, "queued", "running");
    assertThat(export.get("status").asText()).as(export.toString()).isEqualTo("succeeded");
    assertThat(export.get("requested_by").asText()).isEqualTo("operator@movierecap.example");
    var archive = operator.bytes(export.get("archive").asText());
    assertThat(archive.statusCode()).isEqualTo(200);
    assertThat(archive.body()).hasSize(export.get("archive_bytes").asInt());
    var files = unpacked(archive.body());

    var manifest = JSON.readTree(files.get("manifest.json"));
    assertThat(manifest.get("format").asText()).isEqualTo("movie-recap-export/1");
    assertThat(manifest.get("tenant_id").asText()).isEqualTo(tenant.id().toString());
    try (var owner = TestStack.stack().connectAsOwner(LocalStack.DATABASE)) {
      for (var table : Catalogue.tenantTables(owner)) {
        var rows =
            new String(files.get("data/" + table + ".jsonl"), StandardCharsets.UTF_8).lines();
        long count =
            rows.peek(row -> assertThat(tenantOf(row)).isEqualTo(tenant.id().toString())).count();
        assertThat(manifest.get("rows").get(table).asLong()).as(table).isEqualTo(count);
      }
    }
    assertThat(manifest.get("rows").get("movie").asLong()).isEqualTo(1);
    assertThat(manifest.get("rows").get("audit_event").asLong()).isGreaterThan(3);
    assertThat(files.get("media/movies/" + movie + "/film"))
        .isEqualTo(Files.readAllBytes(Films.demo()));
    assertThat(files.keySet())
        .filteredOn(name -> name.startsWith("media/recaps/"))
        .hasSizeGreaterThan(8);
    assertThat(manifest.get("rows").get("tenant_watermark").asLong()).isEqualTo(1);
    assertThat(files.entrySet())
        .filteredOn(file -> file.getKey().startsWith("media/watermarks/"))
        .extracting(Map.Entry::getValue)
        .containsExactly(tenant.admin().bytes("/api/watermark/watermark.png").body());
    assertThat(files.keySet()).noneMatch(name -> name.contains("exports"));
    // what opens something stays
    var account = JSON.readTree(files.get("data/account.jsonl"));
    assertThat(account.get("email").asText()).isNotBlank();
    assertThat(account.has("password_hash")).isFalse();
    var all = new String(archive.body(), StandardCharsets.ISO_8859_1);
    assertThat(all).doesNotContain("$argon2");

    // the tenant is told, takes it itself, and it counts against none of its quotas
    assertThat(json(tenant.admin().get("/api/audit?action=data-exported")).get("items")).hasSize(1);
    assertThat(json(tenant.admin().get("/api/audit?action=export-downloaded")).get("items"))
        .hasSize(1);
    var id = export.get("id").asText();
    assertThat(tenant.admin().bytes("/api/exports/" + id + "/export.zip").body())
        .isEqualTo(archive.body());
    assertThat(tenant.admin().send("DELETE", "/api/exports/" + id, null).statusCode())
        .isEqualTo(204);
    assertThat(ObjectStore.keysContaining("/tenants/" + tenant.id() + "/exports/")).isEmpty();
    assertProblem(operator.get(path), 404, "not-found");
  }

  @Test
  void oneArchiveIsMadeAtATimeAndOnlyByWhoMay() throws SQLException {
    var tenant = OwnTenant.create(operator);
    assertProblem(Api.signedIn("acme", "editor").post("/api/exports", ""), 403, "forbidden");
    assertProblem(
        operator.post("/admin/tenants/" + UUID.randomUUID() + "/exports", ""), 404, "not-found");
    var first = tenant.admin().post("/api/exports", "");
    assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
    var second = tenant.admin().post("/api/exports", "");
    // unless the first was made meanwhile
    assertThat(second.statusCode()).as(second.body()).isIn(202, 409);
    var path = "/api/exports/" + json(first).get("id").asText();
    tenant.admin().awaitWhile(path, "queued", "running");
    // an expired one goes by itself; here it is only seen that the cleaner would find it
    try (var connection = TestStack.stack().connectAsOperator(LocalStack.DATABASE);
        var statement = connection.createStatement();
        var found =
            statement.executeQuery(
                "select count(*) from tenant_export where expires_at <= now() + interval '7 days'")) {
      found.next();
      assertThat(found.getLong(1)).isPositive();
    }
    assertProblem(Api.signedIn("globex", "admin").get(path), 404, "not-found");
  }

  private static String tenantOf(String row) {
    try {
      return JSON.readTree(row).get("tenant_id").asText();
    } catch (IOException e) {
      throw new AssertionError(row, e);
    }
  }

  private static Map<String, byte[]> unpacked(byte[] archive) throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }
}
