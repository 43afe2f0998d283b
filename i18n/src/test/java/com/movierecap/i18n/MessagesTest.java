package com.movierecap.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.PluralRules;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {
  private static final Pattern TWO_WORDS = Pattern.compile("\\p{L}{2,} \\p{L}{2,}");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageHasExactlyTheKeysOfEnglish(Language language) {
    assertThat(file(language).stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(file(Language.EN).stringPropertyNames());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyTextIsThereAndHasThePlaceholdersOfEnglish(Language language) {
    var english = file(Language.EN);
    var own = file(language);
    for (var key : english.stringPropertyNames()) {
      assertThat(own.getProperty(key)).as("%s in %s", key, language).isNotBlank();
      assertThat(placeholders(own.getProperty(key)))
          .as("placeholders of %s in %s", key, language)
          .isEqualTo(placeholders(english.getProperty(key)));
      assertThat(own.getProperty(key)).as("%s in %s", key, language).doesNotContain("''");
    }
  }

  /** Names of plans and signs may be the same; what has two words of English is not translated. */
  @ParameterizedTest
  @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "EN")
  void noSentenceIsLeftInEnglish(Language language) {
    var english = file(Language.EN);
    var own = file(language);
    assertThat(english.stringPropertyNames())
        .filteredOn(key -> !key.startsWith("product.") && !key.equals("frame.copyright"))
        .filteredOn(key -> TWO_WORDS.matcher(english.getProperty(key)).find())
        .noneMatch(key -> own.getProperty(key).equals(english.getProperty(key)));
  }

  @Test
  void aNumberIsWrittenAsTheLanguageWritesIt() {
    assertThat(Messages.in(Language.DE).get("unit.seconds", 1234.5)).contains("1.234,5");
    assertThat(Messages.in(Language.AR).get("unit.seconds", 12)).contains("12");
  }

  @Test
  void aSizeIsInDecimalUnits() {
    var english = Messages.in(Language.EN);
    assertThat(english.get("problem.too-large.detail", new Bytes(10_000_000))).contains(" 10 MB ");
    assertThat(english.size(new Bytes(20_000_000_000L))).isEqualTo("20 GB");
    assertThat(Messages.in(Language.FR).size(new Bytes(1_440_000))).isEqualTo("1,4 Mo");
  }

  @ParameterizedTest
  @CsvSource({
    "EN, 1, in 1 second",
    "EN, 59001, in 1 minute",
    "DE, 299001, in 5 Minuten",
    "FR, 1000, dans 1 seconde",
    "RU, 1000, через 1 секунду",
    "RU, 2000, через 2 секунды",
    "RU, 11000, через 11 секунд",
    "RU, 21000, через 21 секунду",
    "RU, 300000, через 5 минут",
    "AR, 2000, بعد ثانيتين",
    "AR, 16000, بعد 16 ثانية",
    "AR, 300000, بعد 5 دقائق",
    "JA, 300000, 5 分後に"
  })
  void aWaitIsToldInTheFormThatItsNumberAsksFor(Language language, long millis, String told) {
    var detail =
        Messages.in(language).get("problem.password-paused.detail", Duration.ofMillis(millis));
    assertThat(detail).contains(told).doesNotContain("|", "{");
  }

  /** ICU4J is the oracle: numbers share a form where CLDR has them share a category. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void numbersShareAFormAsInCldr(Language language) {
    var rules = PluralRules.forLocale(language.locale());
    var forms = new HashMap<String, Integer>();
    for (int n = 0; n <= 1000; n++) {
      forms.put(rules.select(n), language.form(n));
    }
    for (int n = 0; n <= 1000; n++) {
      assertThat(language.form(n)).as("%s %d", language, n).isEqualTo(forms.get(rules.select(n)));
    }
    assertThat(new TreeSet<>(forms.values())).hasSameSizeAs(forms.keySet());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyFormOfAWaitIsThere(Language language) {
    int last = IntStream.rangeClosed(0, 1000).map(language::form).max().orElseThrow();
    for (var key : List.of("wait.seconds", "wait.minutes")) {
      assertThat(file(language).getProperty(key).split("\\|")).as(key).hasSize(last + 1);
    }
  }

  @Test
  void aMissingKeyIsShownAndNotThrown() {
    assertThat(Messages.in(Language.EN).get("no.such.key")).isEqualTo("???no.such.key???");
  }

  private static TreeSet<String> placeholders(String text) {
    var found = new TreeSet<String>();
    PLACEHOLDER.matcher(text).results().forEach(m -> found.add(m.group()));
    return found;
  }

  private static Properties file(Language language) {
    var name =
        "/i18n/messages" + (language == Language.EN ? "" : "_" + language.tag()) + ".properties";
    try (var in = MessagesTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      var properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
