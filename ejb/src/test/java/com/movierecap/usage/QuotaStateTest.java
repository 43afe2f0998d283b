package com.movierecap.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaStateTest {
  private static final LocalDate NOVEMBER = LocalDate.parse("2026-11-01");
  private static final LocalDate DECEMBER = LocalDate.parse("2026-12-01");
  private static final OptionalLong LIMIT = OptionalLong.of(1000);
  private static final OptionalLong NONE = OptionalLong.empty();

  private final QuotaState state = new QuotaState();

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "799,0",
    "799.999,0",
    "800,80",
    "999,80",
    "999.999,80",
    "1000,100",
    "5000,100"
  })
  void aStepIsReachedByItsLastByte(double used, int step) {
    assertThat(state.storage(used, LIMIT)).isEqualTo(step);
  }

  @Test
  void eachStepIsToldOnce() {
    assertThat(state.storage(800, LIMIT)).isEqualTo(80);
    assertThat(state.storage(900, LIMIT)).isZero();
    assertThat(state.storage(1000, LIMIT)).isEqualTo(100);
    assertThat(state.storage(1000, LIMIT)).isZero();
  }

  @Test
  void whoLeapsOverAStepIsToldOfTheHigherOneOnly() {
    assertThat(state.storage(1200, LIMIT)).isEqualTo(100);
    assertThat(state.storage(900, LIMIT)).isZero();
  }

  @Test
  void whoMadeRoomIsToldAnewWhenItIsGone() {
    state.storage(1000, LIMIT);
    assertThat(state.storage(500, LIMIT)).isZero();
    assertThat(state.storage(850, LIMIT)).isEqualTo(80);
    assertThat(state.storage(1000, LIMIT)).isEqualTo(100);
  }

  @Test
  void withoutALimitNothingIsReached() {
    assertThat(state.storage(1e18, NONE)).isZero();
    assertThat(state.processing(NOVEMBER, 1e18, NONE)).isZero();
  }

  @Test
  void anotherPlanIsAnotherMeasure() {
    assertThat(state.storage(900, LIMIT)).isEqualTo(80);
    assertThat(state.storage(900, OptionalLong.of(10_000))).isZero();
    assertThat(state.storage(900, OptionalLong.of(900))).isEqualTo(100);
    assertThat(state.storage(900, NONE)).isZero();
    assertThat(state.storage(900, LIMIT)).isEqualTo(80);
  }

  @Test
  void aLimitOfTerabytesIsAsExactAsOneOfBytes() {
    var limit = OptionalLong.of(5L << 40);
    assertThat(state.storage((5L << 40) - 1, limit)).isEqualTo(80);
    assertThat(state.storage(5L << 40, limit)).isEqualTo(100);
  }

  @Test
  void aNewMonthBeginsWithNothingUsed() {
    assertThat(state.processing(NOVEMBER, 1000, LIMIT)).isEqualTo(100);
    assertThat(state.processing(NOVEMBER, 1100, LIMIT)).isZero();
    assertThat(state.processing(DECEMBER, 10, LIMIT)).isZero();
    assertThat(state.processing(DECEMBER, 800, LIMIT)).isEqualTo(80);
    assertThat(state.processing(NOVEMBER.plusYears(1), 1000, LIMIT)).isEqualTo(100);
  }

  @Test
  void storageAndProcessingAreToldApart() {
    assertThat(state.storage(1000, LIMIT)).isEqualTo(100);
    assertThat(state.processing(NOVEMBER, 800, LIMIT)).isEqualTo(80);
    assertThat(state.storage(1000, LIMIT)).isZero();
    assertThat(state.processing(NOVEMBER, 800, LIMIT)).isZero();
  }
}
