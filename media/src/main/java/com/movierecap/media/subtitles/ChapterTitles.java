package com.movierecap.media.subtitles;

import com.movierecap.media.Sentence;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls a chapter as people do who have no name for it: by the line that is remembered of it,
 * without its full stop, and not more of it than fits.
 */
public final class ChapterTitles {
  /** Characters; players show about so many in a list. */
  private static final int LONGEST = 48;

  /** Of a script whose letters are words. */
  private static final int LONGEST_IDEOGRAPHIC = 20;

  private static final int LEAST_WORDS = 2;
  private static final Pattern CLAUSE = Pattern.compile("[,;:،；，、—–]|\\.\\.\\.|…");
  private static final Pattern OPENING = Pattern.compile("^[\\s\\p{Pd}\"'“”„«»‘’…,;:.]+");
  private static final Pattern CLOSING = Pattern.compile("[\\s\\p{Pd}\"“”„«»…,;:.。،؛।]+$");

  private final List<Sentence> sentences;
  private final Words words;

  public ChapterTitles(List<Sentence> sentences) {
    this.sentences = sentences;
    this.words = Words.in(sentences.stream().map(Sentence::text).toList());
  }

  /**
   * The sentence that says most of those that lie between two times of the film, in seconds, and
   * can stand alone.
   */
  public Optional<Sentence> best(double from, double to) {
    return sentences.stream()
        .filter(s -> s.startSeconds() >= from - 0.5 && s.endSeconds() <= to + 0.5)
        .filter(s -> !title(s).isEmpty())
        .max(Comparator.comparingDouble((Sentence s) -> s.salience() + (whole(s) ? 0.1 : 0)));
  }

  private boolean whole(Sentence sentence) {
    return bare(sentence.text()).length() <= longest(sentence.text());
  }

  /** The sentence, or its first clauses as far as they fit; empty where neither says anything. */
  public String title(Sentence sentence) {
    String bare = bare(sentence.text());
    int longest = longest(bare);
    if (bare.length() > longest) {
      Matcher clause = CLAUSE.matcher(bare);
      int end = 0;
      while (clause.find() && clause.start() <= longest) {
        end = clause.start();
      }
      bare = bare(bare.substring(0, end));
    }
    return words.of(bare).size() >= LEAST_WORDS ? capitalised(bare) : "";
  }

  private static String bare(String text) {
    String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ");
    return CLOSING.matcher(OPENING.matcher(line).replaceFirst("")).replaceFirst("");
  }

  private static int longest(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic) ? LONGEST_IDEOGRAPHIC : LONGEST;
  }

  private static String capitalised(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.offsetByCodePoints(0, 1);
    return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
  }
}
