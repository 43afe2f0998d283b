package com.movierecap.media.subtitles;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Finds out in which letters a subtitle file is written; most name none. */
final class SubtitleEncoding {
  private SubtitleEncoding() {}

  static String decode(byte[] bytes) {
    Charset charset = charset(bytes);
    String text = new String(bytes, charset);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Charset charset(byte[] b) {
    if (b.length >= 2 && (b[0] & 0xFF) == 0xFF && (b[1] & 0xFF) == 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (b.length >= 2 && (b[0] & 0xFF) == 0xFE && (b[1] & 0xFF) == 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    int[] zeros = new int[2];
    for (int i = 0; i < b.length; i++) {
      zeros[i & 1] += b[i] == 0 ? 1 : 0;
    }
    // digits, colons and line ends of the cue times have a zero for their upper byte
    if (zeros[0] + zeros[1] > b.length / 20) {
      return zeros[0] > zeros[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }
    if (isUtf8(b)) {
      return StandardCharsets.UTF_8;
    }
    CharsetMatch match = new CharsetDetector().setText(b).detect();
    if (match == null || match.getName().equals("ISO-8859-1")) {
      return Charset.forName("windows-1252");
    }
    return Charset.isSupported(match.getName())
        ? Charset.forName(match.getName())
        : Charset.forName("windows-1252");
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
