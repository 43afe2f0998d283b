package com.movierecap.recap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.Rendering;
import com.movierecap.media.Rendering.Aspect;
import com.movierecap.media.Rendering.Captions;
import com.movierecap.media.Rendering.LoudnessTarget;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewRecapTest {
  @Test
  void aRecapHasTheWatermarkUnlessItsOrderSaysNo() {
    assertThat(NewRecap.of(request(false), null).watermarked()).isTrue();
    assertThat(NewRecap.of(request(false), true).watermarked()).isTrue();
    assertThat(NewRecap.of(request(false), false).watermarked()).isFalse();
  }

  @Test
  void aLosslessRecapHasNoneAndIsNotToBeGivenOne() {
    assertThat(NewRecap.of(request(true), null).watermarked()).isFalse();
    assertThat(NewRecap.of(request(true), false).watermarked()).isFalse();
    assertThatThrownBy(() -> NewRecap.of(request(true), true))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.type()).isEqualTo(ProblemType.LOSSLESS_UNCHANGEABLE));
  }

  private static RecapRequest request(boolean lossless) {
    return RecapRequest.story(
        30,
        new Rendering(
            Aspect.SOURCE, List.of(), Captions.SOFT, LoudnessTarget.STREAMING, lossless, null));
  }
}
