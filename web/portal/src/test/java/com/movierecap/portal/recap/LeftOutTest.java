package com.movierecap.portal.recap;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.media.TimeRange;
import com.movierecap.portal.library.Storyboard;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeftOutTest {
  private static final String CUES =
      "WEBVTT\n\n00:00:00.000 --> 00:00:04.000\nstoryboard.jpg#xywh=0,0,160,90\n";

  @Test
  void eachHasItsNumberAndItsPictureWhereThereIsOne() {
    var ranges = List.of(new TimeRange(1, 2), new TimeRange(3, 3.5));
    var left = LeftOut.of(ranges, () -> Storyboard.parse(CUES));
    assertThat(left).extracting(LeftOut::number).containsExactly(1, 2);
    assertThat(left).extracting(LeftOut::range).isEqualTo(ranges);
    assertThat(left.get(0).tile()).isNotNull();
  }

  @Test
  void whereNothingIsLeftOutNoPictureIsRead() {
    var left =
        LeftOut.of(
            List.of(),
            () -> {
              throw new AssertionError("read");
            });
    assertThat(left).isEmpty();
  }
}
