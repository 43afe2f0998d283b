package com.movierecap.media.subtitles;

import java.util.List;
import java.util.Locale;

/**
 * The letters of a language beyond those of ASCII, commonest first, and the encodings of one byte a
 * letter in which it was written before UTF-8, likeliest first.
 */
enum Alphabet {
  ENGLISH("en", "’‘“”éèïçñ—–", "windows-1252"),
  /** Several languages of the west together: quotes, names and dishes do not keep to one. */
  WESTERN("", "éèàáíóúäöüßçñãõêôâîûùòìëï", "windows-1252"),
  FRENCH("fr", "éàèêçôûîâùïëœü", "windows-1252", "IBM850", "x-MacRoman"),
  GERMAN("de", "üäöß", "windows-1252", "IBM850", "x-MacRoman"),
  SPANISH("es", "óáíéñúü", "windows-1252", "IBM850", "x-MacRoman"),
  PORTUGUESE("pt", "ãáéçíóêõúâàô", "windows-1252", "IBM850", "x-MacRoman"),
  ITALIAN("it", "èàòùìé", "windows-1252", "IBM850", "x-MacRoman"),
  DUTCH("nl", "ëéèïöü", "windows-1252"),
  SWEDISH("sv", "äåöé", "windows-1252", "IBM850", "x-MacRoman"),
  DANISH("da", "åøæé", "windows-1252", "IBM850", "x-MacRoman"),
  NORWEGIAN("no", "åøæéò", "windows-1252", "IBM850"),
  FINNISH("fi", "äöå", "windows-1252", "IBM850"),
  ICELANDIC("is", "áðíéóæöþúý", "windows-1252"),
  CATALAN("ca", "àéèóòíçúïü", "windows-1252"),
  POLISH("pl", "łęóążśćńź", "windows-1250", "ISO-8859-2", "IBM852"),
  CZECH("cs", "íáéěýčžřšůúťňóď", "windows-1250", "ISO-8859-2", "IBM852"),
  SLOVAK("sk", "áíčéžýšúľťňôďäóĺŕ", "windows-1250", "ISO-8859-2", "IBM852"),
  HUNGARIAN("hu", "áéöíóőüúű", "windows-1250", "ISO-8859-2", "IBM852"),
  ROMANIAN("ro", "ăîâşţ", "windows-1250", "ISO-8859-2", "ISO-8859-16"),
  CROATIAN("hr", "čšžćđ", "windows-1250", "ISO-8859-2", "IBM852"),
  SLOVENE("sl", "čšž", "windows-1250", "ISO-8859-2", "IBM852"),
  TURKISH("tr", "ıüşçöğâ", "windows-1254", "IBM857"),
  LITHUANIAN("lt", "ėšųįžąčūę", "windows-1257", "ISO-8859-13", "IBM775"),
  LATVIAN("lv", "āīēšūļņžčģķ", "windows-1257", "ISO-8859-13", "IBM775"),
  ESTONIAN("et", "äõüöšž", "windows-1257", "ISO-8859-13", "IBM775"),
  RUSSIAN(
      "ru",
      "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
      "windows-1251",
      "KOI8-R",
      "IBM866",
      "x-MacCyrillic",
      "ISO-8859-5"),
  UKRAINIAN("uk", "оанивіетрслкдмпузяьбгчйїхцжюшєщґф", "windows-1251", "KOI8-U", "IBM866"),
  BULGARIAN("bg", "аоиетнрсвлкдпмзгубячъжщхцшйфюь", "windows-1251", "IBM866"),
  SERBIAN("sr", "аоиенрустјвкдлпмзгбчшљцњжћхђфџ", "windows-1251", "ISO-8859-5"),
  GREEK("el", "αοιετσνηυρπκμλςωάίόέδγχθφήύώβζξψ", "windows-1253", "ISO-8859-7", "x-IBM737"),
  HEBREW("he", "יוהלאמרתבשנכעדחקפגםצסןטזךףץ", "windows-1255", "ISO-8859-8", "IBM862"),
  ARABIC("ar", "اليمونترةبسعدفهكقحجىأشصطخذضزإءئثغظؤآ", "windows-1256", "ISO-8859-6"),
  PERSIAN("fa", "ایرندمهوتبسشکزگخفقپعجچلآحصطذغضژظثئي", "windows-1256"),
  THAI("th", "", "x-windows-874");

  private final Locale locale;
  private final String letters;
  private final List<String> encodings;

  Alphabet(String language, String letters, String... encodings) {
    this.locale = Locale.forLanguageTag(language);
    this.letters = letters;
    this.encodings = List.of(encodings);
  }

  List<String> encodings() {
    return encodings;
  }

  boolean isOf(Locale language) {
    return !locale.getLanguage().isEmpty() && locale.getLanguage().equals(language.getLanguage());
  }

  /** Whether its words are made of ASCII with some letters of its own. */
  boolean isLatin() {
    return ordinal() < RUSSIAN.ordinal();
  }

  /**
   * How likely a text is to be this language's, by its letters alone.
   *
   * @return at most 1; below 0 where most letters are a stranger's
   */
  double likelihood(String text) {
    if (this == THAI) {
      return thai(text);
    }
    double sum = 0;
    int seen = 0;
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        char after = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
        sum += weight(before, c, after);
        seen++;
      }
      before = c;
    }
    return seen == 0 ? 0 : sum / seen;
  }

  private double weight(char before, char c, char after) {
    if (c == '\uFFFD' || Character.isISOControl(c)) {
      return -2;
    }
    int place = letters.indexOf(Character.toLowerCase(c));
    boolean shouts = Character.isUpperCase(c) && Character.isLowerCase(before);
    if (place >= 0) {
      // by Zipf's law, more or less; a capital within a word is no capital
      return shouts ? -1 : this == WESTERN ? 0.5 : 1 / (1 + place / (isLatin() ? 6.0 : 12.0));
    }
    if (Character.isLetter(c)) {
      return -2.5;
    }
    if (Character.getType(c) == Character.NON_SPACING_MARK) {
      return 0.2;
    }
    boolean within = Character.isLetter(before) && Character.isLetter(after);
    boolean typographic = "“”„«»‘’‚–—…¿¡♪°·´\u00A0\u200E\u200F،؟".indexOf(c) >= 0;
    return typographic && (!within || c == '’' || c == '—' || c == '…') ? 0.2 : -1;
  }

  /**
   * A vowel above or below, or a tone, stands on a consonant; a leading vowel stands before one.
   */
  private static double thai(String text) {
    int right = 0;
    int wrong = 0;
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean mark =
          c == '\u0E31' || c >= '\u0E34' && c <= '\u0E3A' || c >= '\u0E47' && c <= '\u0E4E';
      boolean afterLeading = before >= '\u0E40' && before <= '\u0E44';
      if (c >= 0x80 && (c < '\u0E01' || c > '\u0E5B') && "“”‘’…–—\u00A0".indexOf(c) < 0) {
        wrong++;
      } else if (mark) {
        boolean carried =
            before >= '\u0E01' && before <= '\u0E2E'
                || before == '\u0E31'
                || before >= '\u0E34' && before <= '\u0E4E' && !afterLeading;
        right += carried ? 1 : 0;
        wrong += carried ? 0 : 1;
      } else if (afterLeading) {
        boolean leads = c >= '\u0E01' && c <= '\u0E2E';
        right += leads ? 1 : 0;
        wrong += leads ? 0 : 1;
      }
      before = c;
    }
    return right + wrong == 0 ? -1 : (right - 10.0 * wrong) / (right + wrong);
  }
}
