package com.movierecap.portal.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.portal.library.Storyboard.Tile;
import org.junit.jupiter.api.Test;

class StoryboardTest {
  private static final String VTT =
      """
      WEBVTT

      00:00:00.000 --> 00:00:05.500
      storyboard.jpg#xywh=0,0,160,90

      00:05.500 --> 01:00:09.250 align:start
      storyboard.jpg#xywh=160,90,160,90
      """;

  @Test
  void cueTimesAreFilmTimesAndCueTextsArePlacesInTheSheet() {
    assertThat(Storyboard.parse(VTT).tiles())
        .containsExactly(new Tile(0, 5.5, 0, 0, 160, 90), new Tile(5.5, 3609.25, 160, 90, 160, 90));
  }

  @Test
  void linesMayEndAsOnWindows() {
    assertThat(Storyboard.parse(VTT.replace("\n", "\r\n")).tiles()).hasSize(2);
  }

  @Test
  void aMomentHasThePictureOfItsShot() {
    var storyboard = Storyboard.parse(VTT);
    assertThat(storyboard.at(5.4).orElseThrow().x()).isZero();
    assertThat(storyboard.at(5.4995).orElseThrow().viewBox()).isEqualTo("160 90 160 90");
    assertThat(storyboard.at(9999).orElseThrow().x()).isEqualTo(160);
  }

  @Test
  void whatIsNoStoryboardHasNoPictures() {
    assertThat(Storyboard.parse("WEBVTT\n\n00:00.000 --> 00:01.000\nHello").at(0)).isEmpty();
  }
}
