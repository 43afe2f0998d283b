package com.movierecap.library;

import static com.movierecap.Refusals.assertRefused;

import com.movierecap.kernel.ProblemType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubtitleFileTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "no subtitle at all", "1\n2\n3"})
  void whatHoldsNoSubtitleIsRefused(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    assertRefused(
        () -> SubtitleFile.of("a.srt", bytes, SubtitleSettings.USUAL, null),
        ProblemType.SUBTITLES_UNREADABLE);
  }

  @Test
  void aFileOfSubtitlesHasABound() {
    var large = new byte[SubtitleFile.MAX_BYTES + 1];
    assertRefused(
        () -> SubtitleFile.of("a.srt", large, SubtitleSettings.USUAL, null), ProblemType.TOO_LARGE);
    assertRefused(
        () ->
            SubtitleFile.read(
                "a.srt", new ByteArrayInputStream(large), SubtitleSettings.USUAL, null),
        ProblemType.TOO_LARGE);
  }
}
