package com.movierecap.recap;

import static com.movierecap.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.media.Watermark.Corner;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantWatermarkTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
  private static final WatermarkPicture PICTURE = new WatermarkPicture(new byte[100], 40, 20);

  private final TenantWatermark mark = new TenantWatermark(UUID.randomUUID(), PICTURE, NOW);

  @Test
  void aWatermarkIsWholeAndInTheLowerRightCornerUntilSomebodySaysOtherwise() {
    assertThat(mark.corner()).isEqualTo(Corner.BOTTOM_RIGHT);
    assertThat(mark.opacity()).isEqualTo(1);
    assertThat(mark.pictureBytes()).isEqualTo(100);
  }

  @Test
  void whatIsNotSaidStays() {
    mark.place(Corner.TOP_LEFT, null, NOW);
    assertThat(mark.opacity()).isEqualTo(1);
    mark.place(null, 0.5, NOW.plusSeconds(1));
    assertThat(mark.corner()).isEqualTo(Corner.TOP_LEFT);
    assertThat(mark.opacity()).isEqualTo(0.5);
    assertThat(mark.changedAt()).isEqualTo(NOW.plusSeconds(1));
  }

  @Test
  void anotherPictureLiesWhereTheFirstLay() {
    mark.place(Corner.TOP_LEFT, 0.5, NOW);
    var id = UUID.randomUUID();
    mark.show(id, new WatermarkPicture(new byte[7], 10, 30), NOW.plusSeconds(1));
    assertThat(mark.pictureId()).isEqualTo(id);
    assertThat(mark.pictureBytes()).isEqualTo(7);
    assertThat(mark.width()).isEqualTo(10);
    assertThat(mark.height()).isEqualTo(30);
    assertThat(mark.corner()).isEqualTo(Corner.TOP_LEFT);
    assertThat(mark.opacity()).isEqualTo(0.5);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.099, 1.001, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void whatCouldNotBeSeenIsRefusedAndChangesNothing(double opacity) {
    assertInvalid(() -> mark.place(Corner.TOP_LEFT, opacity, NOW.plusSeconds(1)));
    assertThat(mark.corner()).isEqualTo(Corner.BOTTOM_RIGHT);
    assertThat(mark.changedAt()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 1})
  void whatCanBeSeenIsTaken(double opacity) {
    mark.place(null, opacity, NOW);
    assertThat(mark.opacity()).isEqualTo(opacity);
  }

  @ParameterizedTest
  @CsvSource({"middle", "''", "TOP_LEFT", "top left"})
  void aCornerIsOneOfFour(String label) {
    assertInvalid(() -> WatermarkChange.of(null, label, null));
  }

  @Test
  void everyCornerIsNamedByItsLabel() {
    for (var corner : Corner.values()) {
      assertThat(WatermarkChange.of(null, corner.label(), null).corner()).isEqualTo(corner);
    }
    assertThat(WatermarkChange.of(null, null, null).corner()).isNull();
  }
}
