package com.movierecap.media.subtitles;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Cuts text of one language into words, without those that say nothing. */
public final class Words {
  private static final Pattern LETTER = Pattern.compile(".*[\\p{L}\\p{N}].*");

  private final FilmLanguage language;
  private final Set<String> stop;
  private final Analyzer analyzer;

  private Words(FilmLanguage language) {
    this.language = language;
    this.stop = language.stopWords();
    this.analyzer = language.analyzer();
  }

  /** Of the language that most of the texts seem to be in. */
  public static Words in(Iterable<String> texts) {
    return new Words(FilmLanguage.of(texts));
  }

  FilmLanguage language() {
    return language;
  }

  /**
   * As they are written, in lower case, without single letters; ICU4J's dictionaries find them also
   * where no spaces are written.
   */
  public List<String> of(String text) {
    List<String> words = new ArrayList<>();
    BreakIterator breaks = BreakIterator.getWordInstance(ULocale.ROOT);
    breaks.setText(text);
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
      if (breaks.getRuleStatus() == BreakIterator.WORD_NONE) {
        continue;
      }
      String word = text.substring(from, to).toLowerCase(Locale.ROOT).replace('\u2019', '\'');
      boolean ideographic = Character.isIdeographic(word.codePointAt(0));
      if ((word.length() > 1 || ideographic)
          && !stop.contains(word)
          && LETTER.matcher(word).matches()) {
        words.add(word);
      }
    }
    return words;
  }

  /** What inflected words have in common: for comparing, not for reading. */
  public List<String> stems(String text) {
    List<String> stems = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream("text", text.replace('\u2019', '\''))) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        stems.add(term.toString());
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stems;
  }

  /** Stems of the words in which stories are told. */
  Set<String> storyStems() {
    return new HashSet<>(stems(language.storyWords()));
  }
}
