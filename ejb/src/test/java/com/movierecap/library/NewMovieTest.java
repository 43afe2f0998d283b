package com.movierecap.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movierecap.kernel.ProblemException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NewMovieTest {
  @Test
  void theFilesNameStandsInForAMissingTitle() {
    assertThat(NewMovie.of(" ", null, "The Tide.mp4").title()).isEqualTo("The Tide");
    assertThat(NewMovie.of(null, null, null).title()).isEqualTo("film");
  }

  @Test
  void aTitleHoldsNothingThatCannotBeShown() {
    assertThat(NewMovie.of("The\0Tide\n", null, "x.mp4").title()).isEqualTo("The Tide");
    assertThat(NewMovie.of("\0", null, "x.mp4").title()).isEqualTo("x");
  }

  @Test
  void foldersInAFilesNameAreLeftOut() {
    assertThat(NewMovie.of("x", null, "C:\\films\\a.mkv").fileName()).isEqualTo("a.mkv");
    assertThat(NewMovie.of("x", null, "../../etc/passwd").fileName()).isEqualTo("passwd");
  }

  @Test
  void aLanguageIsATagOrNothing() {
    assertThat(NewMovie.of("x", "pt-br", "a").language()).isEqualTo("pt-BR");
    assertThat(NewMovie.of("x", "", "a").language()).isNull();
    assertThatThrownBy(() -> NewMovie.of("x", "!!", "a")).isInstanceOf(ProblemException.class);
  }

  @Test
  void aTitleHasABound() {
    assertThatThrownBy(() -> NewMovie.of("x".repeat(301), null, "a"))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void aFilesNameComesWithoutItsFolders() {
    assertThat(Films.subtitles("C:\\films\\tide.srt", SubtitleSettings.USUAL).name())
        .isEqualTo("tide.srt");
    assertThat(Stream.of("", "/", "\u0000").map(name -> NewMovie.plain(name, "subtitles")))
        .containsOnly("subtitles");
  }

  @Test
  void ofALongNameTheEndIsKept() {
    assertThat(NewMovie.plain("x".repeat(300) + ".mp4", "film")).hasSize(200).endsWith("x.mp4");
    assertThat(NewMovie.plain("🎬" + "x".repeat(199), "film")).isEqualTo("x".repeat(199));
  }
}
