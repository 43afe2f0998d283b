package com.movierecap.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final NewMovie TIDE = NewMovie.of("The Tide", "en", "tide.mp4");
  private static final SubtitleFile WORDS = Films.subtitles("tide.srt", SubtitleSettings.USUAL);

  @Test
  void theSameUploadHasTheSame() throws IOException {
    assertThat(fingerprint("film", TIDE, WORDS))
        .isEqualTo(
            fingerprint(
                "film",
                NewMovie.of("The Tide", "en", "tide.mp4"),
                Films.subtitles("tide.srt", SubtitleSettings.USUAL)));
  }

  @Test
  void whateverElseIsSaidOrSentMakesItAnother() throws IOException {
    var late = SubtitleSettings.of(null, 2.5, null);
    var slow = SubtitleSettings.of(null, null, 1.04);
    var other = SubtitleSettings.of("windows-1252", null, null);
    var all =
        List.of(
            fingerprint("film", TIDE, WORDS),
            fingerprint("Film", TIDE, WORDS),
            fingerprint("", TIDE, WORDS),
            fingerprint("film", TIDE, null),
            fingerprint("film", TIDE, Films.subtitles("other.srt", SubtitleSettings.USUAL)),
            fingerprint("film", TIDE, Films.subtitles("tide.srt", late)),
            fingerprint("film", TIDE, Films.subtitles("tide.srt", slow)),
            fingerprint("film", TIDE, Films.subtitles("tide.srt", other)),
            fingerprint("film", NewMovie.of("Tide", "en", "tide.mp4"), WORDS),
            fingerprint("film", NewMovie.of("The Tide", null, "tide.mp4"), WORDS),
            fingerprint("film", NewMovie.of("The Tide", "en", "tide.mkv"), WORDS));
    assertThat(all.stream().collect(Collectors.toSet())).hasSameSizeAs(all);
  }

  private static String fingerprint(String film, NewMovie wish, @Nullable SubtitleFile subtitles)
      throws IOException {
    var fingerprint = new Fingerprint();
    var arriving = fingerprint.of(new ByteArrayInputStream(film.getBytes(StandardCharsets.UTF_8)));
    arriving.transferTo(OutputStream.nullOutputStream());
    return fingerprint.text(wish, subtitles);
  }
}
