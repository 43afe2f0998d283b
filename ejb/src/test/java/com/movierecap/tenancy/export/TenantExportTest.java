package com.movierecap.tenancy.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.jobs.JobKind;
import com.movierecap.jobs.Jobs;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TenantExportTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  @Test
  void anArchiveIsKeptForAWeekFromTheMomentItIsThere() {
    var export = new TenantExport(TenantExport.newId(), Jobs.queued(JobKind.EXPORT), "op", NOW);
    assertThat(export.expiresAt()).isNull();
    assertThat(export.archiveBytes()).isNull();
    var made = NOW.plus(Duration.ofHours(3));
    export.made(1_000, made);
    assertThat(export.expiresAt()).isEqualTo(made.plus(Duration.ofDays(7)));
    assertThat(export.archiveBytes()).isEqualTo(1_000);
  }
}
