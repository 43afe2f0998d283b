package com.movierecap.recap;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.media.Pick;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.Rendering;
import com.movierecap.media.Rendering.Aspect;
import com.movierecap.media.Rendering.Captions;
import com.movierecap.media.TimeRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConvertersTest {

  @Test
  void outputsKeepTheirOrderAndSizesOfManyGigabytes() {
    var outputs = new LinkedHashMap<String, Long>();
    outputs.put("recap.mp4", 5_000_000_000L);
    outputs.put("a.vtt", 0L);
    var converter = new OutputsConverter();
    var read = converter.convertToEntityAttribute(converter.convertToDatabaseColumn(outputs));
    assertThat(read).isEqualTo(outputs);
    assertThat(read.keySet()).containsExactly("recap.mp4", "a.vtt");
    assertThat(converter.convertToEntityAttribute("{}")).isEmpty();
  }

  @Test
  void picksAreReadAsTheyWereStored() {
    var picks =
        List.of(
            new Pick(1.5, 2.25, 0.75, Map.of("dialogue", 0.5, "sound", 0.25), 0.4),
            new Pick(0, 1, 0, Map.of()));
    var converter = new PicksConverter();
    assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(picks)))
        .isEqualTo(picks);
  }

  /** They were stored before sound could run on. */
  @Test
  void picksWithoutATailHaveNone() {
    var stored = "[{\"start_seconds\":1,\"end_seconds\":2,\"score\":0,\"reasons\":{}}]";
    assertThat(new PicksConverter().convertToEntityAttribute(stored))
        .containsExactly(new Pick(1, 2, 0, Map.of()));
  }

  @Test
  void aRequestIsReadAsItWasStored() {
    var request =
        RecapRequest.story(90, Rendering.of(Aspect.SOURCE, Captions.SOFT))
            .withSpoilers(false)
            .withRanges(List.of(new TimeRange(0, 5)), List.of(new TimeRange(7, 9.5)));
    var converter = new RequestConverter();
    assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(request)))
        .isEqualTo(request);
  }
}
