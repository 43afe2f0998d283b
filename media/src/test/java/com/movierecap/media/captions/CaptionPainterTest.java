package com.movierecap.media.captions;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.media.captions.CaptionPainter.Drawn;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptionPainterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Short",
        "On Gull Rock an old keeper lit the lamp every single night, whether anyone was there or not.",
        "كان حارس المنارة العجوز يضيء المصباح كل ليلة",
        "गल रॉक पर एक बूढ़ा रखवाला हर रात दीपक जलाता था।",
        "年老いた灯台守が毎晩ランプを灯していました。",
        "Wait\nfor\nme\nhere",
        "Unbrokenwordthatislongerthananypicturecouldeverbeandgoesonandonandonwithoutend"
      })
  void everyCaptionLiesInsideThePictureAndInItsLowerPart(String text) {
    int width = 396;
    int height = 704;
    Drawn drawn = new CaptionPainter(width, height).draw(text);
    assertThat(drawn.x()).isGreaterThanOrEqualTo(0);
    assertThat(drawn.x() + drawn.image().getWidth()).isLessThanOrEqualTo(width);
    assertThat(drawn.y()).isGreaterThan(height / 2);
    assertThat(drawn.y() + drawn.image().getHeight()).isLessThanOrEqualTo(height);
    int middle = drawn.x() + drawn.image().getWidth() / 2;
    assertThat(middle).isBetween(width / 2 - 4, width / 2 + 4);
  }

  @Test
  void aSkinToneIsNoBox() {
    CaptionPainter painter = new CaptionPainter(1280, 720);
    BufferedImage plain = painter.draw("Well done \uD83D\uDC4D!").image();
    BufferedImage toned = painter.draw("Well done \uD83D\uDC4D\uD83C\uDFFD!").image();
    assertThat(toned.getWidth()).isEqualTo(plain.getWidth());
    assertThat(toned.getRGB(0, 0, toned.getWidth(), toned.getHeight(), null, 0, toned.getWidth()))
        .isEqualTo(
            plain.getRGB(0, 0, plain.getWidth(), plain.getHeight(), null, 0, plain.getWidth()));
  }
}
