package com.movierecap.portal.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {
  private static final int SCALE = 4;
  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

  @Test
  void aReaderReadsWhatWasDrawn() throws Exception {
    var text = "otpauth://totp/Movie%20Recap:a%40acme.example?secret=ABCDEFGH&issuer=Movie%20Recap";
    var code = QrCode.of(text);
    int side = code.size() * SCALE;
    var pixels = new int[side * side];
    Arrays.fill(pixels, 0xffffff);
    var runs = RUN.matcher(code.path());
    while (runs.find()) {
      int x = Integer.parseInt(runs.group(1)) * SCALE;
      int y = Integer.parseInt(runs.group(2)) * SCALE;
      int width = Integer.parseInt(runs.group(3)) * SCALE;
      for (int row = y; row < y + SCALE; row++) {
        Arrays.fill(pixels, row * side + x, row * side + x + width, 0);
      }
    }
    var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
    assertThat(new QRCodeReader().decode(picture).getText()).isEqualTo(text);
  }
}
