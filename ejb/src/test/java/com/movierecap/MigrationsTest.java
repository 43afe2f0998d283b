package com.movierecap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the database is changed; what comes of it is looked at in the database itself. */
class MigrationsTest {
  private static final Path FOLDER = Path.of("../db/migrations");
  private static final Pattern NAME = Pattern.compile("V(\\d+)__[a-z0-9_]+\\.sql");
  private static final int ISOLATE = 19;

  private static final Pattern TENANTS_TABLE =
      Pattern.compile("create table (\\w+) \\(\\s*tenant_id uuid not null");

  static Stream<Path> sinceIsolate() throws IOException {
    return migrations().stream().filter(file -> version(file) > ISOLATE);
  }

  private static List<Path> migrations() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.collect(Collectors.toList());
    }
  }

  private static int version(Path file) {
    var name = NAME.matcher(file.getFileName().toString());
    assertThat(name.matches()).as(file.toString()).isTrue();
    return Integer.parseInt(name.group(1));
  }

  @Test
  void noTwoHaveTheSameNumber() throws IOException {
    assertThat(migrations().stream().map(MigrationsTest::version))
        .doesNotHaveDuplicates()
        .contains(ISOLATE);
  }

  /** Only where there are none yet is that no test at all. */
  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("sinceIsolate")
  void eachTableOfTenantsIsIsolatedByTheOneFunction(Path file) throws IOException {
    assertIsolates(Files.readString(file));
  }

  @Test
  void aTableThatIsIsolatedByHandOrNotAtAllIsFound() {
    var table = "create table invoice (\n  tenant_id uuid not null references tenant (id)\n);\n";
    assertThat(isolates(table)).isFalse();
    assertThat(isolates(table + "select isolate('other');")).isFalse();
    assertThat(isolates(table + "create policy tenant_isolation on invoice to recap_app"))
        .isFalse();
    assertThat(isolates(table + "select isolate('invoice');")).isTrue();
  }

  private static void assertIsolates(String sql) {
    assertThat(isolates(sql)).as("select isolate('table') for each table of tenants").isTrue();
  }

  private static boolean isolates(String sql) {
    return !sql.contains("policy tenant_isolation")
        && TENANTS_TABLE
            .matcher(sql)
            .results()
            .allMatch(table -> sql.contains("select isolate('" + table.group(1) + "')"));
  }
}
