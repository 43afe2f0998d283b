package com.movierecap.media.subtitles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENGLISH | Anna | I saw Anna. / Where is Anna now? / We need Anna here.",
        "GERMAN | Anna | Ich sah Anna am Hafen. / Wo ist Anna jetzt? / Wir brauchen Anna, den Hafen"
            + " und Mut. / Der Hafen brennt, dort am Hafen!",
        "SPANISH | Lucía | Vi a Lucía ayer. / Dime, Lucía, ven. / Busco a Lucía.",
        "FRENCH | Élise | Je cherche Élise. / Où est Élise ? / Voici Élise.",
        "ITALIAN | Marco | Ho visto Marco. / Dove va Marco? / Chiama Marco.",
        "PORTUGUESE | João | Eu vi João. / Onde está João? / Chama João.",
        "RUSSIAN | Иван | Где Иван? / Я видел, Иван ушёл. / Это Иван.",
        "ARABIC | سامي | أين السيد سامي؟ / تعال يا سامي / قال السيد سامي نعم",
        "HINDI | अमित | अमित जी कहाँ हैं? / मैंने अमित जी को देखा / सुनो अमित जी",
        "KOREAN | 민수 | 민수 씨 어디 있어요? / 나는 민수 씨를 봤어요 / 민수씨 와요",
        "JAPANESE | 田中 | 田中さんはどこ？ / ねえ、田中さん / それは田中先生です",
        "CHINESE | 王 | 王先生在哪里？ / 我看见王先生了 / 你好，王先生"
      })
  void whoIsNamedAgainAndAgainIsKnownInEveryLanguage(
      FilmLanguage language, String name, String said) {
    List<String> sentences = List.of(said.split(" / "));
    assertThat(all(sentences, language)).containsExactly(name);
    // named twice only
    assertThat(all(sentences.subList(0, 2), language)).isEmpty();
  }

  @Test
  void aGermanNounIsNoName() {
    List<String> sentences =
        List.of(
            "Das ist das Haus.", "Wir kaufen Haus und Hof.", "Er sah Haus um Haus.", "Ein Haus!");
    assertThat(all(sentences, FilmLanguage.GERMAN)).isEmpty();
  }

  private static Set<String> all(List<String> sentences, FilmLanguage language) {
    Names names = new Names(sentences, language);
    Set<String> all = new HashSet<>();
    for (int i = 0; i < sentences.size(); i++) {
      all.addAll(names.in(i));
    }
    return all;
  }
}
