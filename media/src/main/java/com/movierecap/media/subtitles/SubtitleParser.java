package com.movierecap.media.subtitles;

import com.movierecap.media.Cue;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.UnusableInputException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads every {@link SubtitleFormat} from the bytes alone. A cue with a broken time is left out and
 * counted; the others stay.
 */
public final class SubtitleParser {
  /** What is said in a film takes some 100 KB; with effects drawn in ASS it takes some MB. */
  public static final int LARGEST_BYTES = 32 << 20;

  private SubtitleParser() {}

  /** The same of a file, of which no more is read than a file of subtitles has. */
  public static Subtitles parse(Path file, @Nullable Charset encoding, @Nullable Locale language) {
    try (InputStream in = Files.newInputStream(file)) {
      return parse(in.readNBytes(LARGEST_BYTES + 1), encoding, language);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same of a file that tells its encoding itself, or leaves it to be found out. */
  public static Subtitles parse(byte[] file) {
    return parse(file, null, null);
  }

  /**
   * @param encoding that the file is written in, or null to find out
   * @param language what is said in the film, which helps to find out; or null
   * @throws UnusableInputException where nothing in the file is a cue, or it is larger than {@value
   *     #LARGEST_BYTES} bytes
   */
  public static Subtitles parse(
      byte[] file, @Nullable Charset encoding, @Nullable Locale language) {
    if (file.length == 0) {
      throw new UnusableInputException(Reason.SUBTITLES_UNREADABLE, "the file is empty");
    }
    if (file.length > LARGEST_BYTES) {
      throw new UnusableInputException(Reason.SUBTITLES_UNREADABLE, "the file is too large");
    }
    Charset charset = encoding == null ? SubtitleEncoding.of(file, language) : encoding;
    String decoded = new String(file, charset).replace("\r\n", "\n").replace('\r', '\n');
    String text = decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
    SubtitleFormat format = SubtitleFormat.of(text);
    FoundCues found = new FoundCues();
    @Nullable Double rate = read(text, format, found);
    List<Cue> all = found.cues();
    List<Cue> spoken = Adverts.without(all);
    List<Cue> cues = Cues.tidy(RollUp.unrolled(spoken));
    if (cues.isEmpty()) {
      String why =
          all.isEmpty() && found.dropped() > 0 ? "no time in it can be read" : "no cue found";
      throw new UnusableInputException(
          Reason.SUBTITLES_UNREADABLE, why + "; formats read: " + SubtitleFormat.labels());
    }
    boolean counted = format == SubtitleFormat.MICRODVD && rate == null;
    return new Subtitles(
        cues,
        format,
        charset.name(),
        found.dropped(),
        all.size() - spoken.size(),
        counted ? LineCues.USUAL_RATE : null);
  }

  /** Pictures a second where the file tells them. */
  private static @Nullable Double read(String text, SubtitleFormat format, FoundCues found) {
    List<String> lines = format == SubtitleFormat.TTML ? List.of() : text.lines().toList();
    switch (format) {
      case SUBRIP -> ArrowCues.read(lines, false, found);
      case WEBVTT -> ArrowCues.read(lines, true, found);
      case ASS -> AssCues.read(lines, found);
      case TTML -> TimedText.read(text, found);
      case SCC -> SceneCaptions.read(lines, found);
      case SBV -> LineCues.sbv(lines, found);
      case SAMI -> SamiCues.read(text, found);
      case MPL2 -> LineCues.mpl2(lines, found);
      case LRC -> LineCues.lrc(lines, found);
      case MICRODVD -> {
        return LineCues.microDvd(lines, found);
      }
    }
    return null;
  }
}
