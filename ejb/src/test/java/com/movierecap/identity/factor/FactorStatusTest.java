package com.movierecap.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactorStatusTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "false, false, 0, true",
    "false, true, 0, true",
    "true, false, 0, false",
    "true, true, 0, false",
    "true, false, 1, false",
    "true, true, 1, true",
    "true, false, 2, true"
  })
  void theLastFactorStaysWhereTheTenantAsksForOne(
      boolean required, boolean program, int passkeys, boolean spare) {
    var status = new FactorStatus(required, program ? NOW : null, passkeys, 10);
    assertThat(status.canSpareOne()).isEqualTo(spare);
    assertThat(status.isEnrolled()).isEqualTo(program || passkeys > 0);
  }

  @Test
  void recoveryCodesAloneAreNoFactor() {
    assertThat(new FactorStatus(true, null, 0, 10).isEnrolled()).isFalse();
  }
}
