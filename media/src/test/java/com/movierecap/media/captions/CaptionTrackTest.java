package com.movierecap.media.captions;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.media.Cue;
import com.movierecap.media.TimeRange;
import com.movierecap.media.captions.CaptionTrack.Piece;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptionTrackTest {
  private static Piece piece(double start, double end, double recap) {
    return new Piece(new TimeRange(start, end), recap);
  }

  private static List<Cue> retimed(List<Cue> cues, Piece... pieces) {
    return CaptionTrack.of(cues, List.of(pieces)).cues();
  }

  @Test
  void cuesMoveWithThePieceTheyAreSpokenIn() {
    List<Cue> cues =
        List.of(new Cue(12, 14, "one"), new Cue(50, 52, "out"), new Cue(61, 63, "two"));
    assertThat(retimed(cues, piece(10, 15, 0), piece(60, 64, 5)))
        .containsExactly(new Cue(2, 4, "one"), new Cue(6, 8, "two"));
  }

  @Test
  void aCueIsCutWhereItsPieceEndsAndDroppedWhereHardlyAnythingRemains() {
    List<Cue> cues = List.of(new Cue(8, 10.2, "gone"), new Cue(13, 20, "cut"));
    assertThat(retimed(cues, piece(10, 15, 0))).containsExactly(new Cue(3, 5, "cut"));
  }

  @Test
  void aShortCueStaysLongEnoughToBeReadButNotIntoTheNext() {
    List<Cue> cues =
        List.of(new Cue(1, 1.4, "Go!"), new Cue(3, 3.4, "Wait!"), new Cue(3.6, 5, "No."));
    assertThat(retimed(cues, piece(0, 10, 0)))
        .containsExactly(new Cue(1, 1.8, "Go!"), new Cue(3, 3.6, "Wait!"), new Cue(3.6, 5, "No."));
  }

  @Test
  void theLastCueEndsWithTheRecap() {
    assertThat(retimed(List.of(new Cue(4.5, 4.9, "End")), piece(0, 5, 0)))
        .containsExactly(new Cue(4.5, 5, "End"));
  }

  @Test
  void aSentenceOverTwoPiecesThatFollowEachOtherIsOneCue() {
    assertThat(retimed(List.of(new Cue(3, 7, "long")), piece(0, 5, 0), piece(5, 10, 5)))
        .containsExactly(new Cue(3, 7, "long"));
  }

  @Test
  void twoSpeakersAtOnceShareACaption() {
    assertThat(retimed(List.of(new Cue(1, 3, "A"), new Cue(1, 3.2, "B")), piece(0, 5, 0)))
        .containsExactly(new Cue(1, 3.2, "A\nB"));
  }

  @Test
  void captionsNeverOverlapAndShowWhoeverSpeaks() {
    List<Cue> cues = List.of(new Cue(1, 4, "A"), new Cue(3, 6, "B"));
    assertThat(retimed(cues, piece(0, 10, 0)))
        .containsExactly(new Cue(1, 3, "A"), new Cue(3, 4, "A\nB"), new Cue(4, 6, "B"));
  }

  @Test
  void textThatLooksLikeMarkupIsWrittenAsText(@TempDir Path folder) throws Exception {
    Path vtt = folder.resolve("recap.vtt");
    new CaptionTrack(List.of(new Cue(3661.5, 3662, "a < b & c --> d\n\nsecond line"))).write(vtt);
    assertThat(Files.readString(vtt))
        .isEqualTo(
            "WEBVTT\n\n01:01:01.500 --> 01:01:02.000\na &lt; b &amp; c --&gt; d\nsecond line\n");
  }

  @Test
  void aRecapWithoutWordsHasOnlyTheHeader(@TempDir Path folder) throws Exception {
    Path vtt = folder.resolve("recap.vtt");
    new CaptionTrack(List.of()).write(vtt);
    assertThat(Files.readString(vtt)).isEqualTo("WEBVTT\n");
  }
}
