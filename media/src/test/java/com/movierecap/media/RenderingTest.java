package com.movierecap.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movierecap.media.Rendering.Aspect;
import com.movierecap.media.Rendering.Captions;
import com.movierecap.media.Rendering.LoudnessTarget;
import com.movierecap.media.UnusableInputException.Reason;
import com.movierecap.media.Watermark.Corner;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderingTest {
  @ParameterizedTest
  @CsvSource({"9:16,,none,", "source,1:1,none,", "source,,burned,", "source,,none,mark.png"})
  void aLosslessRecapLooksLikeItsFilm(
      String aspect, @Nullable String more, String captions, @Nullable String watermark) {
    assertThatThrownBy(() -> rendering(aspect, more, captions, true, watermark))
        .isInstanceOfSatisfying(
            UnusableInputException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.LOSSLESS_UNCHANGEABLE));
    assertThat(rendering(aspect, more, captions, false, watermark).lossless()).isFalse();
  }

  @Test
  void itMayHaveItsCaptionsBesideThePicture() {
    assertThat(rendering("source", null, "soft", true, null).lossless()).isTrue();
  }

  private static Rendering rendering(
      String aspect,
      @Nullable String more,
      String captions,
      boolean lossless,
      @Nullable String watermark) {
    return new Rendering(
        Aspect.of(aspect),
        more == null ? List.of() : List.of(Aspect.of(more)),
        Captions.of(captions),
        LoudnessTarget.STREAMING,
        lossless,
        watermark == null ? null : new Watermark(watermark, Corner.TOP_LEFT, 0.5));
  }
}
