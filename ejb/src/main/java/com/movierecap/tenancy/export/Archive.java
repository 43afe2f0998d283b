package com.movierecap.tenancy.export;

import com.movierecap.access.CallContext;
import com.movierecap.json.Json;
import com.movierecap.kernel.ProblemException;
import com.movierecap.storage.ObjectKey;
import com.movierecap.storage.S3ObjectStore;
import com.movierecap.storage.Wanted;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The archive's shape: {@code data/<table>.jsonl} with one row a line, {@code media/} with every
 * object by its name in the store, and last {@code manifest.json}, which counts both.
 */
final class Archive implements AutoCloseable {
  private static final String FORMAT = "movie-recap-export/1";

  private final ZipOutputStream zip;
  private final Map<String, Long> rows = new LinkedHashMap<>();
  private long objects;
  private long objectBytes;

  /**
   * @param rows how many lines each file of {@code data/} has, by table
   */
  private record Manifest(
      String format,
      UUID tenantId,
      String exportedAt,
      Map<String, Long> rows,
      long objects,
      long objectBytes) {}

  Archive(OutputStream out) {
    zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
  }

  /** Begins a table; {@link #row} adds to it until the next one begins. */
  void table(String name) throws IOException {
    entry("data/" + name + ".jsonl", Deflater.DEFAULT_COMPRESSION);
    rows.put(name, 0L);
  }

  void row(String table, String json) throws IOException {
    zip.write(json.getBytes(StandardCharsets.UTF_8));
    zip.write('\n');
    rows.merge(table, 1L, Long::sum);
  }

  /** Adds an object; one that was deleted meanwhile is not missed. */
  void object(ObjectKey key, S3ObjectStore store) throws IOException {
    try (var content = store.open(key, Wanted.WHOLE).content()) {
      // films and pictures are as small as they get
      entry("media/" + key.withinTenant(), Deflater.NO_COMPRESSION);
      objectBytes += content.transferTo(zip);
      objects++;
    } catch (ProblemException e) {
      // gone
    }
  }

  /**
   * @param now when it was made
   */
  void finish(Instant now) throws IOException {
    entry("manifest.json", Deflater.DEFAULT_COMPRESSION);
    var manifest =
        new Manifest(
            FORMAT, CallContext.requiredTenant(), now.toString(), rows, objects, objectBytes);
    zip.write(Json.line(manifest).getBytes(StandardCharsets.UTF_8));
    zip.finish();
  }

  private void entry(String name, int level) throws IOException {
    zip.setLevel(level);
    zip.putNextEntry(new ZipEntry(name));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
