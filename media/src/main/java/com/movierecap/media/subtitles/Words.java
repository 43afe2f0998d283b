package com.movierecap.media.subtitles;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts text into words; ICU4J's dictionaries do so also where no spaces are written. */
public final class Words {
  private static final Set<String> STOP =
      Set.copyOf(
          Arrays.asList(
              ("a an and are as at be been but by can could did do does for from get go got had has have"
                      + " he her here him his how i if in into is it its just know let like me my no not"
                      + " now of off oh ok okay on one or our out right she should so some that the their"
                      + " them then there these they this those to up us was we well were what when where"
                      + " which who why will with would yes you your yeah come don't i'm it's that's you're"
                      + " we're he's she's can't i'll we'll didn't doesn't isn't what's there's let's i've"
                      + " going gonna about all more than too very only over also because"
                      + " der die das und ist ich du er sie es wir ihr nicht ein eine zu den dem mit auf"
                      + " im von für war hat haben sein wie was wo ja nein aber auch so dass"
                      + " le la les un une des et est je tu il elle nous vous ils pas que qui ce de du en"
                      + " ne mon ton son dans pour sur avec c'est j'ai oui non mais"
                      + " el los las y es yo tú él ella no que de en un una por para con mi tu su lo se me"
                      + " te sí pero como qué"
                      + " o os as e é eu você ele ela não um uma do da em por com seu sua se"
                      + " il lo gli i è io lui lei non che di un una per con mio tuo suo si sì ma"
                      + " и в не на я что он она мы вы они это как но а да нет ты мне у за с по"
                      + " de het een en ik je niet van is dat die hij zij we wat er maar")
                  .split(" +")));
  private static final Pattern LETTER = Pattern.compile(".*[\\p{L}\\p{N}].*");

  private Words() {}

  /** Lower case, without stop words and single letters. */
  public static List<String> of(String text) {
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
          && !STOP.contains(word)
          && LETTER.matcher(word).matches()) {
        words.add(word);
      }
    }
    return words;
  }
}
