package com.movierecap.media.captions;

import com.movierecap.media.Cue;
import com.movierecap.media.TimeRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The captions of a recap, on its own clock: in order, never two at once.
 *
 * @param cues times in seconds of the recap
 */
public record CaptionTrack(List<Cue> cues) {
  /** What remains of a cue is not worth showing below this. */
  private static final double SHORTEST_PIECE = 0.3;

  /** Nobody reads a flash: shorter cues stay on, as far as the next one allows. */
  private static final double SHORTEST_SHOWN = 0.8;

  /**
   * A stretch of the film in the recap.
   *
   * @param film where it is taken from
   * @param recapSeconds where it begins in the recap
   */
  public record Piece(TimeRange film, double recapSeconds) {}

  /**
   * Cuts the film's cues to the pieces shown and moves them to where they are shown.
   *
   * @param pieces in the order of the recap
   */
  public static CaptionTrack of(List<Cue> film, List<Piece> pieces) {
    List<Cue> moved = new ArrayList<>();
    double end = 0;
    for (Piece piece : pieces) {
      for (Cue cue : film) {
        move(cue, piece, moved);
      }
      end = Math.max(end, piece.recapSeconds() + piece.film().lengthSeconds());
    }
    moved.sort(Comparator.comparingDouble(Cue::startSeconds));
    return new CaptionTrack(settled(joined(together(moved)), end));
  }

  /** Where two overlap, one caption shows both for as long as both last. */
  private static List<Cue> together(List<Cue> cues) {
    List<Cue> apart = new ArrayList<>();
    List<Cue> shown = new ArrayList<>();
    double from = 0;
    for (int i = 0; i <= cues.size(); i++) {
      double next = i < cues.size() ? cues.get(i).startSeconds() : Double.POSITIVE_INFINITY;
      while (!shown.isEmpty()) {
        double end = Math.min(next, first(shown).endSeconds());
        if (end > from) {
          add(new Cue(from, end, text(shown)), apart);
        }
        from = Math.max(from, end);
        double now = from;
        if (!shown.removeIf(c -> c.endSeconds() <= now)) {
          break;
        }
      }
      if (i < cues.size()) {
        shown.add(cues.get(i));
        from = next;
      }
    }
    return apart;
  }

  /** Who ends a moment later than the others stays with them to his end. */
  private static void add(Cue cue, List<Cue> to) {
    Cue last = to.isEmpty() ? null : to.get(to.size() - 1);
    boolean flash = cue.endSeconds() - cue.startSeconds() < SHORTEST_PIECE;
    if (last != null
        && flash
        && last.endSeconds() == cue.startSeconds()
        && last.text().endsWith("\n" + cue.text())) {
      to.set(to.size() - 1, new Cue(last.startSeconds(), cue.endSeconds(), last.text()));
    } else {
      to.add(cue);
    }
  }

  private static Cue first(List<Cue> shown) {
    return shown.stream().min(Comparator.comparingDouble(Cue::endSeconds)).orElseThrow();
  }

  private static String text(List<Cue> shown) {
    return shown.stream().map(Cue::text).distinct().collect(Collectors.joining("\n"));
  }

  private static void move(Cue cue, Piece piece, List<Cue> to) {
    double start = Math.max(cue.startSeconds(), piece.film().startSeconds());
    double end = Math.min(cue.endSeconds(), piece.film().endSeconds());
    boolean whole = start == cue.startSeconds() && end == cue.endSeconds();
    if (end - start < SHORTEST_PIECE && !(whole && end > start)) {
      return;
    }
    double shift = piece.recapSeconds() - piece.film().startSeconds();
    to.add(new Cue(start + shift, end + shift, cue.text()));
  }

  /** One sentence cut in two by a join is one caption; two at once share one. */
  private static List<Cue> joined(List<Cue> cues) {
    List<Cue> joined = new ArrayList<>();
    for (Cue cue : cues) {
      if (!joined.isEmpty()) {
        Cue last = joined.get(joined.size() - 1);
        boolean touches = cue.startSeconds() - last.endSeconds() < 0.05;
        boolean together = cue.startSeconds() - last.startSeconds() < SHORTEST_PIECE;
        boolean same = cue.text().equals(last.text());
        if (touches && (same || together)) {
          double end = Math.max(last.endSeconds(), cue.endSeconds());
          String text = same ? last.text() : last.text() + "\n" + cue.text();
          joined.set(joined.size() - 1, new Cue(last.startSeconds(), end, text));
          continue;
        }
      }
      joined.add(cue);
    }
    return joined;
  }

  private static List<Cue> settled(List<Cue> cues, double recapEnd) {
    List<Cue> settled = new ArrayList<>();
    for (int i = 0; i < cues.size(); i++) {
      Cue cue = cues.get(i);
      double next = i + 1 < cues.size() ? cues.get(i + 1).startSeconds() : recapEnd;
      double wanted = Math.max(cue.endSeconds(), cue.startSeconds() + SHORTEST_SHOWN);
      settled.add(new Cue(cue.startSeconds(), Math.min(wanted, next), cue.text()));
    }
    return List.copyOf(settled);
  }

  /**
   * Writes the track as WebVTT; only the header where there are no cues.
   *
   * @see <a href="https://www.w3.org/TR/webvtt1/">WebVTT</a>
   */
  public void write(Path vtt) {
    write(vtt, "");
  }

  /**
   * @param header whole lines below the first
   */
  public void write(Path vtt, String header) {
    StringBuilder text = new StringBuilder("WEBVTT\n").append(header);
    for (Cue cue : cues) {
      text.append('\n')
          .append(time(cue.startSeconds()))
          .append(" --> ")
          .append(time(cue.endSeconds()))
          .append('\n')
          .append(escaped(cue.text()))
          .append('\n');
    }
    try {
      Files.writeString(vtt, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code 00:01:02.345}. */
  public static String time(double seconds) {
    long ms = Math.round(seconds * 1000);
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d.%03d",
        ms / 3_600_000,
        ms / 60_000 % 60,
        ms / 1000 % 60,
        ms % 1000);
  }

  /** An empty line would end the cue, a bracket would begin a tag. */
  private static String escaped(String text) {
    return text.strip()
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("\\R\\s*", "\n");
  }
}
