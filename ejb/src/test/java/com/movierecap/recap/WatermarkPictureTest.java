package com.movierecap.recap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatermarkPictureTest {
  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_USHORT_GRAY,
        BufferedImage.TYPE_BYTE_INDEXED,
        BufferedImage.TYPE_BYTE_BINARY
      })
  void everyKindOfPngIsKeptAsOneKind(int type) throws IOException {
    var picture = read(png(type, 40, 20));
    assertThat(picture.width()).isEqualTo(40);
    assertThat(picture.height()).isEqualTo(20);
    var kept = ImageIO.read(new ByteArrayInputStream(picture.png()));
    assertThat(kept.getColorModel().hasAlpha()).isTrue();
    assertThat(kept.getColorModel().getPixelSize()).isEqualTo(32);
    assertThat(kept.getRGB(30, 10)).isEqualTo(Color.WHITE.getRGB());
  }

  @Test
  void whatIsTransparentStaysTransparent() throws IOException {
    var picture = read(png(BufferedImage.TYPE_INT_ARGB, 40, 20));
    var kept = ImageIO.read(new ByteArrayInputStream(picture.png()));
    assertThat(kept.getRGB(5, 10) >>> 24).isZero();
  }

  /** A file may carry words, profiles and programs beside its picture. */
  @Test
  void nothingButThePictureIsKept() throws IOException {
    var plain = png(BufferedImage.TYPE_INT_ARGB, 40, 20);
    var text = chunk("tEXt", "Comment\0<script>secret</script>");
    var loaded = inserted(plain, text);
    var trailed = Arrays.copyOf(loaded, loaded.length + 9);
    System.arraycopy("<?php 1?>".getBytes(StandardCharsets.UTF_8), 0, trailed, loaded.length, 9);
    assertThat(new String(trailed, StandardCharsets.ISO_8859_1)).contains("secret", "<?php");
    var kept = new String(read(trailed).png(), StandardCharsets.ISO_8859_1);
    assertThat(kept).doesNotContain("secret", "<?php");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "GIF89a", "<svg xmlns='http://www.w3.org/2000/svg'/>", "\u0089PNG\r\n"})
  void whatIsNoPngIsRefused(String content) {
    assertRefused(content.getBytes(StandardCharsets.ISO_8859_1), ProblemType.WATERMARK_UNREADABLE);
  }

  @Test
  void aPictureOfAnotherFormatOrHalfOfOneIsRefused() throws IOException {
    var jpeg = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
    assertRefused(jpeg.toByteArray(), ProblemType.WATERMARK_UNREADABLE);
    var whole = png(BufferedImage.TYPE_INT_ARGB, 400, 200);
    assertRefused(Arrays.copyOf(whole, whole.length / 2), ProblemType.WATERMARK_UNREADABLE);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "15, 200", "200, 15", "2049, 100", "100, 2049"})
  void sidesThatAreTooShortOrTooLongAreRefused(int width, int height) throws IOException {
    assertRefused(png(BufferedImage.TYPE_BYTE_BINARY, width, height), ProblemType.WATERMARK_SIZE);
  }

  /** Some hundred bytes that claim to be 40 gigabytes of pixels are not unfolded. */
  @Test
  void aBombIsRefusedByItsHead() throws IOException {
    var bomb = png(BufferedImage.TYPE_INT_ARGB, 40, 20);
    ByteBuffer.wrap(bomb).putInt(16, 100_000).putInt(20, 100_000);
    var crc = new CRC32();
    crc.update(bomb, 12, 17);
    ByteBuffer.wrap(bomb).putInt(29, (int) crc.getValue());
    assertRefused(bomb, ProblemType.WATERMARK_SIZE);
  }

  @Test
  void noMoreIsReadThanMayBeStored() {
    var endless =
        new java.io.InputStream() {
          private long given;

          @Override
          public int read() {
            given++;
            return 'x';
          }
        };
    assertThatThrownBy(() -> WatermarkPicture.read(endless))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.TOO_LARGE));
    assertThat(endless.given).isLessThanOrEqualTo(2_000_001);
  }

  private static void assertRefused(byte[] content, ProblemType why) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.type()).isEqualTo(why));
  }

  private static WatermarkPicture read(byte[] content) throws IOException {
    return WatermarkPicture.read(new ByteArrayInputStream(content));
  }

  /** The right half is white, the left is nothing. */
  private static byte[] png(int type, int width, int height) throws IOException {
    var image = new BufferedImage(width, height, type);
    for (int x = width / 2; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, Color.WHITE.getRGB());
      }
    }
    var png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  private static byte[] chunk(String type, String content) {
    var data = content.getBytes(StandardCharsets.ISO_8859_1);
    var chunk = ByteBuffer.allocate(12 + data.length).putInt(data.length);
    chunk.put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
    var crc = new CRC32();
    crc.update(chunk.array(), 4, 4 + data.length);
    return chunk.putInt((int) crc.getValue()).array();
  }

  /** Behind the head, which is 33 bytes long. */
  private static byte[] inserted(byte[] png, byte[] chunk) {
    var both = ByteBuffer.allocate(png.length + chunk.length);
    return both.put(png, 0, 33).put(chunk).put(png, 33, png.length - 33).array();
  }
}
