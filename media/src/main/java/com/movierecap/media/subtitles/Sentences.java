package com.movierecap.media.subtitles;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import com.movierecap.media.Cue;
import com.movierecap.media.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Joins cues to sentences: subtitles break where the eye can read, not where speech pauses. */
public final class Sentences {
  /** After a longer pause a new sentence begins, whatever the punctuation. */
  private static final double LONGEST_PAUSE_SECONDS = 1.2;

  private static final int LONGEST_CHARACTERS = 400;
  private static final Pattern SOUND_NOTE =
      Pattern.compile(
          "\\[[^\\]]*\\]|\\([^)]*\\)|（[^）]*）|［[^］]*］|【[^】]*】|[♪♫♬][^♪♫♬]*[♪♫♬]?|#[^#]*#");
  private static final Pattern SPEAKER =
      Pattern.compile(
          "(?m)^\\s*(?:[-–—]\\s*|>>+\\s*)?\\p{Lu}[\\p{Lu}\\p{M}0-9 .'’#&/-]{1,24}[:：](?=\\s|$)\\s*"
              + "|^\\s*(?:[-–—]|>>+)\\s*|^\\s*[:：]\\s+");

  private Sentences() {}

  /** In order, not weighed yet: their salience is zero. */
  public static List<Sentence> of(List<Cue> cues) {
    List<Sentence> sentences = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    List<double[]> marks = new ArrayList<>();
    double end = Double.NEGATIVE_INFINITY;
    for (Cue cue : cues) {
      String text = spoken(cue.text());
      if (text.isEmpty()) {
        continue;
      }
      if (cue.startSeconds() - end >= LONGEST_PAUSE_SECONDS || run.length() > LONGEST_CHARACTERS) {
        split(run, marks, sentences);
      }
      if (run.length() > 0) {
        run.append(' ');
      }
      marks.add(
          new double[] {
            run.length(), run.length() + text.length(), cue.startSeconds(), cue.endSeconds()
          });
      run.append(text);
      end = cue.endSeconds();
    }
    split(run, marks, sentences);
    return List.copyOf(sentences);
  }

  /** Without notes on sounds, songs and the speaker's name. */
  public static String spoken(String text) {
    String bare = SOUND_NOTE.matcher(text).replaceAll(" ");
    return SPEAKER.matcher(bare).replaceAll(" ").replaceAll("\\s+", " ").strip();
  }

  private static void split(StringBuilder run, List<double[]> marks, List<Sentence> out) {
    String text = run.toString();
    BreakIterator breaks = BreakIterator.getSentenceInstance(ULocale.ROOT);
    breaks.setText(text);
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
      String sentence = text.substring(from, to).strip();
      if (!sentence.isEmpty()) {
        int last = from + text.substring(from, to).stripTrailing().length();
        out.add(new Sentence(time(marks, from, false), time(marks, last, true), sentence, 0));
      }
    }
    run.setLength(0);
    marks.clear();
  }

  /** A place inside a cue lies as far into its time as into its letters. */
  private static double time(List<double[]> marks, int at, boolean end) {
    for (double[] m : marks) {
      if (end ? at <= m[1] : at < m[1]) {
        double share = Math.max(0, at - m[0]) / Math.max(1, m[1] - m[0]);
        return m[2] + share * (m[3] - m[2]);
      }
    }
    return marks.isEmpty() ? 0 : marks.get(marks.size() - 1)[3];
  }
}
