package com.movierecap.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.kernel.Ids;
import com.movierecap.kernel.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditCsvTest {
  private static final UUID TENANT = UUID.randomUUID();
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00.5Z");

  @Test
  void anEmptyLogIsItsHeading() {
    assertThat(AuditCsv.of(asked -> new Page<>(List.of(), null)))
        .isEqualTo(
            "id,tenant_id,occurred_at,actor_id,actor_tenant_id,actor,action,subject,outcome,"
                + "address,request_id,before,after\r\n");
  }

  @Test
  void whatIsNotThereIsAnEmptyCell() {
    var entry = entry("ada@acme.example", "globex", null);
    assertThat(lines(entry).get(1))
        .isEqualTo(
            entry.id()
                + ","
                + TENANT
                + ",2026-11-30T12:00:00.500Z,,,ada@acme.example,tenant-created,globex,refused,,,,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1+1", "＋1", "－1", "＠SUM(A1)"})
  void noSpreadsheetTakesACellForAFormula(String subject) {
    assertThat(csv(entry("a", subject, null))).contains(",'" + subject + ",refused");
  }

  @Test
  void aFormulaBehindALineBreakIsNoneEither() {
    assertThat(csv(entry("a", "\r=1", null))).contains(",\"'\r=1\",");
    assertThat(csv(entry("a", "\n=1", null))).contains(",\"'\n=1\",");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a,b | \"a,b\"",
        "say \"no\" | \"say \"\"no\"\"\"",
        "\"=1+1\" | \"\"\"=1+1\"\"\"",
        "=\"a\",b | \"'=\"\"a\"\",b\"",
        "a=1 | a=1",
        "Zürich 🎬 | Zürich 🎬"
      })
  void cellsAreQuotedWhereTheyMust(String subject, String cell) {
    assertThat(csv(entry("a", subject, null))).contains("tenant-created," + cell + ",refused");
  }

  @Test
  void aSettingKeepsItsLineBreaksInsideItsQuotes() {
    assertThat(csv(entry("a", "b", "{\"x\":\n1}"))).endsWith(",,\"{\"\"x\"\":\n1}\"\r\n");
  }

  @Test
  void allPagesAreAskedForEachBehindTheOneBefore() {
    var entries = new ArrayList<AuditEntry>();
    for (int i = 0; i < 2 * Page.Request.MAX_LIMIT + 1; i++) {
      entries.add(entry("a", "s" + i, null));
    }
    var asked = new ArrayList<@Nullable UUID>();
    var csv =
        AuditCsv.of(
            request -> {
              asked.add(request.after());
              int from = request.after() == null ? 0 : index(entries, request.after()) + 1;
              int to = Math.min(entries.size(), from + request.limit() + 1);
              return Page.of(entries.subList(from, to), request, AuditEntry::id);
            });
    assertThat(csv.lines()).hasSize(1 + entries.size());
    assertThat(csv).contains(",s0,", ",s200,", ",s400,");
    assertThat(asked).containsExactly(null, entries.get(199).id(), entries.get(399).id());
  }

  @Test
  void aLogWithoutEndIsCutOff() {
    var page = Collections.nCopies(Page.Request.MAX_LIMIT, entry("a", "b", null));
    assertThat(AuditCsv.of(asked -> new Page<>(page, page.get(0).id())).lines()).hasSize(100_001);
  }

  private static int index(List<AuditEntry> entries, UUID id) {
    return entries.stream().map(AuditEntry::id).toList().indexOf(id);
  }

  private static String csv(AuditEntry entry) {
    return AuditCsv.of(asked -> new Page<>(List.of(entry), null));
  }

  private static List<String> lines(AuditEntry entry) {
    return csv(entry).lines().toList();
  }

  private static AuditEntry entry(String actor, String subject, @Nullable String after) {
    return new AuditEntry(
        Ids.next(),
        TENANT,
        NOW,
        null,
        null,
        actor,
        AuditAction.TENANT_CREATED,
        subject,
        false,
        null,
        null,
        null,
        after);
  }
}
