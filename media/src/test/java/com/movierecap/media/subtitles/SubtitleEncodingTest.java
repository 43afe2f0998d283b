package com.movierecap.media.subtitles;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.media.Cue;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SubtitleEncodingTest {
  /** A few lines as they are said in films; each has letters of its own. */
  private static final Map<String, List<String>> SAID =
      Map.ofEntries(
          Map.entry(
              "he",
              List.of(
                  "איפה היית כל הלילה?",
                  "חיפשתי את המפתח של השער.",
                  "אין לנו הרבה זמן, בוא מהר.",
                  "אני לא מאמין לך יותר.")),
          Map.entry(
              "th",
              List.of(
                  "คุณไปไหนมาทั้งคืน",
                  "ฉันกำลังหากุญแจประตู",
                  "เราไม่มีเวลามากแล้ว มาเร็วเข้า",
                  "ผมไม่เชื่อคุณอีกต่อไป")),
          Map.entry(
              "lt",
              List.of(
                  "Kur tu buvai visą naktį?",
                  "Ieškojau vartų rakto, brangusis.",
                  "Mes neturime daug laiko, eikš greičiau.",
                  "Aš tavimi daugiau nebetikiu. Širdis žino.")),
          Map.entry(
              "lv",
              List.of(
                  "Kur tu biji visu nakti?",
                  "Es meklēju vārtu atslēgu, mīļais.",
                  "Mums nav daudz laika, nāc ātrāk šurp.",
                  "Es tev vairs neticu. Ļaunums nāk žigli.")),
          Map.entry(
              "et",
              List.of(
                  "Kus sa kogu öö olid?",
                  "Ma otsisin värava võtit.",
                  "Meil pole palju aega, tule rutem siia.",
                  "Ma ei usu sind enam, kõik on läbi.")),
          Map.entry(
              "pl",
              List.of(
                  "Gdzie byłeś całą noc?",
                  "Szukałem klucza do bramy, mój drogi.",
                  "Nie mamy dużo czasu, chodź szybciej.",
                  "Już ci nie wierzę. Śmierć przyjdzie jutro.")),
          Map.entry(
              "cs",
              List.of(
                  "Kde jsi byl celou noc?",
                  "Hledal jsem klíč od brány, můj milý.",
                  "Nemáme moc času, pojď rychleji.",
                  "Už ti nevěřím. Přišel jsi příliš pozdě.")),
          Map.entry(
              "hu",
              List.of(
                  "Hol voltál egész éjjel?",
                  "A kapu kulcsát kerestem.",
                  "Nincs sok időnk, gyere gyorsan, fiú!",
                  "Többé nem hiszek neked, hűtlen ember.")),
          Map.entry(
              "tr",
              List.of(
                  "Bütün gece neredeydin?",
                  "Kapının anahtarını arıyordum.",
                  "Çok zamanımız yok, çabuk gel buraya.",
                  "Artık sana inanmıyorum, değil mi şimdi?")),
          Map.entry(
              "fr",
              List.of(
                  "Où étais-tu toute la nuit ?",
                  "Je cherchais la clé du château, chérie.",
                  "Il ne reste guère de temps, dépêche-toi.",
                  "Ça suffit. Je n'ai plus confiance, même en toi.")),
          Map.entry(
              "de",
              List.of(
                  "Wo warst du die ganze Nacht über?",
                  "Ich habe den Schlüssel für das Tor gesucht.",
                  "Wir müssen schnell fort, es wird spät.",
                  "Ich weiß, du hörst mir nicht länger zu.")),
          Map.entry(
              "es",
              List.of(
                  "¿Dónde estabas toda la noche?",
                  "Buscaba la llave del portón, señor.",
                  "No hay más tiempo, ven aquí rápido.",
                  "Ya no confío en ti. Adiós, compañero.")),
          Map.entry(
              "ru",
              List.of(
                  "Где ты был всю ночь?",
                  "Я искал ключ от ворот.",
                  "У нас мало времени, иди скорее.",
                  "Я тебе больше не верю. Это правда.")),
          Map.entry(
              "uk",
              List.of(
                  "Де ти був усю ніч?",
                  "Я шукав ключ від воріт.",
                  "У нас мало часу, йди скоріше сюди.",
                  "Я тобі більше не вірю. Це моя країна.")),
          Map.entry(
              "el",
              List.of(
                  "Πού ήσουν όλη τη νύχτα;",
                  "Έψαχνα το κλειδί της πύλης.",
                  "Δεν έχουμε πολύ χρόνο, έλα γρήγορα.",
                  "Δεν σε πιστεύω πια, φίλε μου.")),
          Map.entry(
              "ar",
              List.of(
                  "أين كنت طوال الليل؟",
                  "كنت أبحث عن مفتاح البوابة.",
                  "ليس لدينا الكثير من الوقت، تعال بسرعة.",
                  "لم أعد أصدقك بعد اليوم.")));

  static Stream<Arguments> encodings() {
    return Stream.of(
            "he windows-1255 ISO-8859-8 IBM862",
            "th x-windows-874 TIS-620",
            "lt windows-1257 ISO-8859-13 IBM775",
            "lv windows-1257 ISO-8859-13 IBM775",
            "et windows-1257",
            "pl windows-1250 ISO-8859-2 IBM852",
            "cs windows-1250 ISO-8859-2 IBM852",
            "hu windows-1250 ISO-8859-2 IBM852",
            "tr windows-1254 IBM857",
            "fr windows-1252 IBM850 x-MacRoman",
            "de windows-1252 IBM850 x-MacRoman",
            "es windows-1252 IBM850 x-MacRoman",
            "ru windows-1251 KOI8-R IBM866 x-MacCyrillic ISO-8859-5",
            "uk windows-1251 KOI8-U",
            "el windows-1253 ISO-8859-7",
            "ar windows-1256 ISO-8859-6")
        .flatMap(
            line -> {
              String[] words = line.split(" ");
              return Stream.of(words).skip(1).map(encoding -> Arguments.of(words[0], encoding));
            });
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void findsOutInWhichLettersAFilmIsWritten(String language, String encoding) {
    assertThat(read(language, encoding, null)).isEqualTo(said(language));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void theFilmsLanguageDoesNotMislead(String language, String encoding) {
    assertThat(read(language, encoding, language)).isEqualTo(said(language));
  }

  @Test
  void theFilmsLanguageHelpsWhereOneLineIsAllThereIs() {
    byte[] line =
        "1\n00:00:01,000 --> 00:00:02,000\nAš žinau.\n".getBytes(Charset.forName("windows-1257"));
    assertThat(SubtitleParser.parse(line, null, Locale.forLanguageTag("lt")).cues())
        .containsExactly(new Cue(1, 2, "Aš žinau."));
  }

  @Test
  void whoeverNamesTheEncodingIsBelieved() {
    byte[] greek = file("ru").getBytes(Charset.forName("windows-1251"));
    Charset named = SubtitleEncoding.named("cp1253").orElseThrow();
    assertThat(SubtitleParser.parse(greek, named, null).encoding()).isEqualTo("windows-1253");
  }

  @Test
  void encodingsAreCalledAsPeopleCallThem() {
    for (String name :
        List.of("windows-1255", "cp1255", "CP-1255", "1255", "Windows 1255", "win1255")) {
      assertThat(SubtitleEncoding.named(name)).as(name).contains(Charset.forName("windows-1255"));
    }
    assertThat(SubtitleEncoding.named("874")).contains(Charset.forName("x-windows-874"));
    assertThat(SubtitleEncoding.named("tis-620")).isPresent();
    assertThat(SubtitleEncoding.named("utf8")).contains(StandardCharsets.UTF_8);
    assertThat(SubtitleEncoding.named("klingon")).isEmpty();
    assertThat(SubtitleEncoding.named("")).isEmpty();
    assertThat(SubtitleEncoding.named("../../etc")).isEmpty();
  }

  @Test
  void oneLetterCutInTwoDoesNotUndoUtf8() {
    byte[] cut = (file("ru") + "\u00E9").getBytes(StandardCharsets.UTF_8);
    byte[] shorter = java.util.Arrays.copyOf(cut, cut.length - 1);
    assertThat(SubtitleParser.parse(shorter).encoding()).isEqualTo("UTF-8");
  }

  private static List<String> read(String language, String encoding, @Nullable String hint) {
    byte[] bytes = file(language).getBytes(Charset.forName(encoding));
    @Nullable Locale said = hint == null ? null : Locale.forLanguageTag(hint);
    return SubtitleParser.parse(bytes, null, said).cues().stream().map(Cue::text).toList();
  }

  private static List<String> said(String language) {
    return SAID.getOrDefault(language, List.of());
  }

  private static String file(String language) {
    StringBuilder text = new StringBuilder();
    List<String> lines = said(language);
    for (int i = 0; i < lines.size(); i++) {
      text.append(
          "%d\n00:00:%02d,000 --> 00:00:%02d,500\n%s\n\n"
              .formatted(i + 1, 3 * i, 3 * i + 2, lines.get(i)));
    }
    return text.toString();
  }
}
