package com.movierecap.portal.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.i18n.Language;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FormatsTest {
  private final Formats english = new Formats(Language.EN);

  @Test
  void aFilmIsAsLongAsAClockSays() {
    assertThat(english.duration(72.4)).isEqualTo("0:01:12");
    assertThat(english.duration(3599.6)).isEqualTo("1:00:00");
    assertThat(english.duration(7384)).isEqualTo("2:03:04");
  }

  @Test
  void aPlaceInAFilmHasTenths() {
    assertThat(english.time(0)).isEqualTo("0:00.0");
    assertThat(english.time(59.96)).isEqualTo("1:00.0");
    assertThat(english.time(3725.25)).isEqualTo("1:02:05.3");
  }

  @Test
  void sizesHaveTheUnitThatReadsBest() {
    assertThat(english.size(0)).isEqualTo("0 B");
    assertThat(english.size(999)).isEqualTo("999 B");
    assertThat(english.size(999_600)).isEqualTo("1 MB");
    assertThat(english.size(8_512_000)).isEqualTo("8.5 MB");
    assertThat(english.size(21_474_836_480L)).isEqualTo("21 GB");
  }

  @Test
  void aLengthIsInSecondsWhileItHasNoMinute() {
    assertThat(english.seconds(12.44)).isEqualTo("12.4 s");
    assertThat(english.seconds(59.94)).isEqualTo("59.9 s");
    assertThat(english.seconds(59.96)).isEqualTo("0:01:00");
    assertThat(english.seconds(5400)).isEqualTo("1:30:00");
    assertThat(new Formats(Language.DE).seconds(-2.5)).isEqualTo("-2,5 s");
  }

  @Test
  void englishIsBritishWithItsDatesToo() {
    assertThat(english.date(Instant.parse("2026-11-30T21:05:00Z"))).isEqualTo("30 Nov 2026, 21:05");
  }

  @Test
  void arabicKeepsTheDigitsOfTimeCodes() {
    var arabic = new Formats(Language.AR);
    assertThat(arabic.duration(3725)).isEqualTo("1:02:05");
    assertThat(arabic.number(1234)).contains("1").doesNotContain("\u0661");
    assertThat(arabic.date(Instant.parse("2026-11-23T03:11:00Z"))).contains("2026");
  }

  @Test
  void numbersAndLanguagesAreThoseOfTheReader() {
    assertThat(new Formats(Language.DE).hundredth(0.5)).isEqualTo("0,50");
    assertThat(new Formats(Language.DE).languageName("en")).isEqualTo("Englisch");
    assertThat(english.languageName("deu")).isEqualTo("German");
    assertThat(english.languageName("ger")).isEqualTo("German");
    assertThat(new Formats(Language.AR).languageName("jpn")).isEqualTo("اليابانية");
    assertThat(english.languageName("pt-BR")).isEqualTo("Portuguese (Brazil)");
    assertThat(english.tenth(-16)).isEqualTo("-16.0");
  }
}
