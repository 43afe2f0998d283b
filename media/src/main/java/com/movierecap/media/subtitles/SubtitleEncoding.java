package com.movierecap.media.subtitles;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out in which letters a subtitle file is written; most name none. Unicode shows by itself,
 * the encodings of East Asia by ICU4J's models; among those of one byte a letter the one is taken
 * in which the text looks most like a language.
 */
public final class SubtitleEncoding {
  /** So many well-made letters of UTF-8 for one that is not: somebody cut a line in two. */
  private static final int SOUND_FOR_ONE_BROKEN = 20;

  /** More is not needed to tell an encoding. */
  private static final int BYTES_LOOKED_AT = 64 << 10;

  /** What the film's language is worth, beside a likelihood of at most 1. */
  private static final double HINT = 0.3;

  /** The same of ICU4J's word, for each of its hundred points. */
  private static final double POINT = 0.004;

  private static final double THAI_FOR_SURE = 0.95;

  private static final Set<String> EAST_ASIAN =
      Set.of("Shift_JIS", "EUC-JP", "GB18030", "Big5", "EUC-KR", "ISO-2022-JP", "ISO-2022-KR");

  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]{0,100}encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");

  private static final Pattern CODE_PAGE =
      Pattern.compile("(?:cp|windows|win|ms)?[-_ ]?(\\d{3,4})");

  private SubtitleEncoding() {}

  /**
   * By its name or a usual short form, such as {@code windows-1255}, {@code cp1255}, {@code 874}.
   */
  public static Optional<Charset> named(String name) {
    String stripped = name.strip();
    Matcher page = CODE_PAGE.matcher(stripped.toLowerCase(Locale.ROOT));
    if (page.matches()) {
      String number = page.group(1);
      // Java calls IBM's page 874 so, which nobody means
      return find("windows-" + number).or(() -> find("IBM" + number)).or(() -> find(stripped));
    }
    return find(stripped);
  }

  private static Optional<Charset> find(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      // an empty name
      return Optional.empty();
    }
  }

  /**
   * @param language what is said in the film, or null where nobody said
   */
  static Charset of(byte[] b, @Nullable Locale language) {
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
    return declared(b).orElseGet(() -> guessed(linesWithLetters(b), language));
  }

  private static Optional<Charset> declared(byte[] b) {
    String head = new String(b, 0, Math.min(b.length, 200), StandardCharsets.ISO_8859_1);
    Matcher m = DECLARED.matcher(head);
    return m.find() ? find(m.group(1)).filter(c -> !c.name().startsWith("UTF-")) : Optional.empty();
  }

  private static Charset guessed(byte[] b, @Nullable Locale language) {
    CharsetMatch[] matches = new CharsetDetector().setText(b).detectAll();
    boolean latin = isLatin(b);
    double thai =
        latin ? 0 : Alphabet.THAI.likelihood(new String(b, Charset.forName("x-windows-874")));
    if (thai >= THAI_FOR_SURE) {
      return Charset.forName("x-windows-874");
    }
    if (matches.length > 0
        && EAST_ASIAN.contains(matches[0].getName())
        && Charset.isSupported(matches[0].getName())) {
      return Charset.forName(matches[0].getName());
    }
    Charset best = Charset.forName("windows-1252");
    double most = Double.NEGATIVE_INFINITY;
    for (Alphabet alphabet : Alphabet.values()) {
      if (alphabet.isLatin() != latin) {
        continue;
      }
      for (String name : alphabet.encodings()) {
        if (!Charset.isSupported(name)) {
          continue;
        }
        Charset charset = Charset.forName(name);
        double score = alphabet.likelihood(new String(b, charset)) + word(matches, alphabet, name);
        score += language != null && alphabet.isOf(language) ? HINT : 0;
        if (score > most) {
          most = score;
          best = charset;
        }
      }
    }
    return best;
  }

  /** What ICU4J says for it; by language, since it names the encodings in ways of its own. */
  private static double word(CharsetMatch[] matches, Alphabet alphabet, String charset) {
    for (CharsetMatch match : matches) {
      String language = match.getLanguage();
      if (language != null && alphabet.isOf(Locale.forLanguageTag(language))) {
        boolean old = charset.startsWith("IBM") || charset.startsWith("x-");
        boolean same = match.getName().equals(charset);
        return old ? 0 : POINT * match.getConfidence() * (same ? 1 : 0.9);
      }
    }
    return 0;
  }

  /** Whether most letters are those of ASCII. */
  private static boolean isLatin(byte[] b) {
    int ascii = 0;
    int other = 0;
    for (byte x : b) {
      int lower = x | 0x20;
      ascii += lower >= 'a' && lower <= 'z' ? 1 : 0;
      other += x < 0 ? 1 : 0;
    }
    return ascii >= other;
  }

  /** Without the times, and without most of the tags: they are ASCII in every encoding. */
  private static byte[] linesWithLetters(byte[] b) {
    byte[] lines = new byte[Math.min(b.length, BYTES_LOOKED_AT)];
    int filled = 0;
    int start = 0;
    boolean letters = false;
    for (int i = 0; i <= b.length; i++) {
      boolean end = i == b.length || b[i] == '\n' || b[i] == '\r';
      if (!end) {
        letters |= b[i] < 0;
        continue;
      }
      if (letters) {
        int length = Math.min(i - start, lines.length - filled);
        System.arraycopy(b, start, lines, filled, length);
        filled += length;
        if (filled < lines.length) {
          lines[filled++] = '\n';
        }
      }
      start = i + 1;
      letters = false;
    }
    return java.util.Arrays.copyOf(lines, filled);
  }

  private static boolean isUtf8(byte[] b) {
    int sound = 0;
    int broken = 0;
    int i = 0;
    while (i < b.length) {
      int x = b[i] & 0xFF;
      int more =
          x < 0x80
              ? 0
              : x >= 0xC2 && x < 0xE0
                  ? 1
                  : x >= 0xE0 && x < 0xF0 ? 2 : x >= 0xF0 && x < 0xF5 ? 3 : -1;
      int follow = 0;
      while (follow < more && i + follow + 1 < b.length && (b[i + follow + 1] & 0xC0) == 0x80) {
        follow++;
      }
      if (more < 0 || follow < more) {
        broken++;
      } else if (more > 0) {
        sound++;
      }
      i += 1 + follow;
    }
    return broken == 0 || sound >= SOUND_FOR_ONE_BROKEN * broken;
  }
}
