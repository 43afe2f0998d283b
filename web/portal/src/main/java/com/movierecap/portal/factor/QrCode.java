package com.movierecap.portal.factor;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A text to be read with a phone, as a shape in a picture whose unit is one module. It lies in the
 * page itself: a picture of its own would be a secret with an address.
 *
 * @param size width and height, with the quiet zone of four modules that readers need
 * @param path the dark modules, row by row
 */
public record QrCode(int size, String path) {
  private static final int QUIET = 4;

  static QrCode of(String text) {
    try {
      var modules =
          new QRCodeWriter()
              .encode(
                  text,
                  BarcodeFormat.QR_CODE,
                  0,
                  0,
                  Map.of(
                      EncodeHintType.ERROR_CORRECTION,
                      ErrorCorrectionLevel.M,
                      EncodeHintType.CHARACTER_SET,
                      "UTF-8",
                      EncodeHintType.MARGIN,
                      QUIET));
      var path = new StringBuilder();
      for (int y = 0; y < modules.getHeight(); y++) {
        for (int x = 0; x < modules.getWidth(); x++) {
          int from = x;
          while (x < modules.getWidth() && modules.get(x, y)) {
            x++;
          }
          if (x > from) {
            path.append("M%d %dh%dv1h-%dz".formatted(from, y, x - from, x - from));
          }
        }
      }
      return new QrCode(modules.getWidth(), path.toString());
    } catch (WriterException e) {
      throw new IllegalStateException(e);
    }
  }

  public String viewBox() {
    return "0 0 " + size + " " + size;
  }
}
