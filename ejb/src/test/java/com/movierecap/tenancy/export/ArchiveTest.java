package com.movierecap.tenancy.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.access.CallContext;
import com.movierecap.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ArchiveTest {
  private static final UUID ACME = UUID.randomUUID();

  @Test
  void eachRowIsALineAndTheManifestCountsThem() throws Exception {
    var files =
        CallContext.in(ACME)
            .call(
                () -> {
                  var out = new ByteArrayOutputStream();
                  try (var archive = new Archive(out)) {
                    archive.table("movie");
                    archive.row("movie", "{\"title\":\"Zürich 🎬\"}");
                    archive.row("movie", "{\"title\":\"The Tide\"}");
                    archive.table("recap");
                    archive.finish(Instant.parse("2026-11-30T12:00:00Z"));
                  }
                  return unzipped(out.toByteArray());
                });
    assertThat(List.copyOf(files.keySet()))
        .containsExactly("data/movie.jsonl", "data/recap.jsonl", "manifest.json");
    assertThat(files.get("data/movie.jsonl"))
        .isEqualTo("{\"title\":\"Zürich 🎬\"}\n{\"title\":\"The Tide\"}\n");
    assertThat(files.get("data/recap.jsonl")).isEmpty();
    Map<?, ?> manifest = Json.parse(files.getOrDefault("manifest.json", ""), Map.class);
    assertThat(manifest.get("format")).isEqualTo("movie-recap-export/1");
    assertThat(manifest.get("tenant_id")).isEqualTo(ACME.toString());
    assertThat(manifest.get("rows")).isEqualTo(Map.of("movie", 2, "recap", 0));
    assertThat(manifest.get("objects")).isEqualTo(0);
  }

  private static Map<String, String> unzipped(byte[] zip) throws IOException {
    var files = new LinkedHashMap<String, String>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
