package com.movierecap.media.subtitles;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.media.Cue;
import com.movierecap.media.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  /** Three sentences about one thing, the last of them the one that says it, and two asides. */
  private static List<String> story(FilmLanguage language) {
    return switch (language) {
      case ENGLISH ->
          List.of(
              "The captain hid the map on the island.",
              "Nobody knows the island, only the captain.",
              "The map of the captain leads to the island.",
              "Well, good morning.",
              "It is raining again.");
      case GERMAN ->
          List.of(
              "Der Kapitän hat die Karte auf der Insel versteckt.",
              "Niemand kennt die Insel, nur der Kapitän.",
              "Die Karte des Kapitäns führt zur Insel.",
              "Na ja, guten Morgen.",
              "Es regnet schon wieder.");
      case SPANISH ->
          List.of(
              "El capitán escondió el mapa en la isla.",
              "Nadie conoce la isla, sólo el capitán.",
              "El mapa del capitán lleva a la isla.",
              "Bueno, buenos días.",
              "Otra vez está lloviendo.");
      case FRENCH ->
          List.of(
              "Le capitaine a caché la carte sur l'île.",
              "Personne ne connaît l'île, sauf le capitaine.",
              "La carte du capitaine mène à l'île.",
              "Bon, bonjour.",
              "Il pleut encore.");
      case ITALIAN ->
          List.of(
              "Il capitano ha nascosto la mappa sull'isola.",
              "Nessuno conosce l'isola, solo il capitano.",
              "La mappa del capitano porta all'isola.",
              "Beh, buongiorno.",
              "Piove di nuovo.");
      case PORTUGUESE ->
          List.of(
              "O capitão escondeu o mapa na ilha.",
              "Ninguém conhece a ilha, só o capitão.",
              "O mapa do capitão leva à ilha.",
              "Bem, bom dia.",
              "Está a chover outra vez.");
      case RUSSIAN ->
          List.of(
              "Капитан спрятал карту на острове.",
              "Никто не знает остров, только капитан.",
              "Карта капитана ведёт на остров.",
              "Ну, доброе утро.",
              "Опять идёт дождь.");
      case ARABIC ->
          List.of(
              "أخفى القبطان الخريطة في الجزيرة.",
              "لا أحد يعرف الجزيرة سوى القبطان.",
              "خريطة القبطان تقود إلى الجزيرة.",
              "حسنا، صباح الخير.",
              "إنها تمطر مجددا.");
      case HINDI ->
          List.of(
              "कप्तान ने नक्शा द्वीप पर छिपा दिया।",
              "द्वीप को कप्तान के सिवा कोई नहीं जानता।",
              "कप्तान का नक्शा द्वीप तक ले जाता है।",
              "अच्छा, सुप्रभात।",
              "फिर बारिश हो रही है।");
      case KOREAN ->
          List.of("선장이 지도를 섬에 숨겼어.", "그 섬은 선장만 알고 있어.", "선장의 지도가 섬으로 데려가.", "좋은 아침.", "비가 또 오네.");
      case JAPANESE -> List.of("船長は地図を島に隠した。", "その島は船長しか知らない。", "船長の地図が島へ導く。", "おはよう。", "また雨だね。");
      case CHINESE -> List.of("船长把地图藏在岛上。", "只有船长知道那个岛。", "船长的地图通向岛上。", "早上好。", "又下雨了。");
    };
  }

  @ParameterizedTest
  @EnumSource(FilmLanguage.class)
  void theLanguageIsToldByItsWords(FilmLanguage language) {
    assertThat(FilmLanguage.of(story(language))).isEqualTo(language);
  }

  /** As people talk in films. */
  private static final Map<FilmLanguage, String> TALK =
      Map.ofEntries(
          Map.entry(FilmLanguage.ENGLISH, "Where have you been? I told you not to go in there."),
          Map.entry(FilmLanguage.GERMAN, "Wo warst du? Ich habe dir doch gesagt, dass du nicht."),
          Map.entry(FilmLanguage.SPANISH, "¿Dónde has estado? Te dije que no entraras en la casa."),
          Map.entry(
              FilmLanguage.FRENCH, "Où est-ce que tu étais? Je t'avais dit de ne pas y aller."),
          Map.entry(FilmLanguage.ITALIAN, "Dove sei stato? Ti avevo detto di non entrare in casa."),
          Map.entry(FilmLanguage.PORTUGUESE, "Onde é que você estava? Eu disse para não entrar."),
          Map.entry(FilmLanguage.RUSSIAN, "Где ты был? Я же тебе сказал, чтобы ты не ходил туда."),
          Map.entry(FilmLanguage.ARABIC, "أين كنت؟ لقد قلت لك أن لا تذهب إلى هذا البيت من قبل."),
          Map.entry(
              FilmLanguage.HINDI, "तुम कहाँ थे? मैंने तुम से कहा था कि उस घर के अंदर मत जाना।"),
          Map.entry(FilmLanguage.KOREAN, "어디 있었어? 거기 들어가지 말라고 했잖아."),
          Map.entry(FilmLanguage.JAPANESE, "どこにいたの？あそこに入るなと言ったでしょう。"),
          Map.entry(FilmLanguage.CHINESE, "你去哪儿了？我告诉过你不要进去。"));

  @ParameterizedTest
  @EnumSource(FilmLanguage.class)
  void whatIsTalkedIsTold(FilmLanguage language) {
    assertThat(FilmLanguage.told(List.of(TALK.getOrDefault(language, "")))).contains(language);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Waar ben je geweest? Ik had je gezegd dat je daar niet naar binnen mocht gaan.",
        "Gdzie byłeś? Mówiłem ci, żebyś tam nie wchodził, bo to niebezpieczne.",
        "Var har du varit? Jag sa ju åt dig att inte gå in där, det är farligt.",
        "Neredeydin? Sana oraya girmemeni söylemiştim, orası çok tehlikeli.",
        "Де ти був? Я ж тобі казав, щоб ти туди не заходив, там небезпечно.",
        "کجا بودی؟ به تو گفته بودم که نباید وارد آنجا بشوی، خطرناک است.",
        "1 2 3 …",
        ""
      })
  void aLanguageThatIsNotKnownIsNotMistakenForANeighbour(String talk) {
    assertThat(FilmLanguage.told(List.of(talk))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(FilmLanguage.class)
  void whatTheStoryIsAboutOutweighsAnAsideInEveryLanguage(FilmLanguage language) {
    List<Cue> cues = new ArrayList<>();
    for (String text : story(language)) {
      cues.add(new Cue(cues.size() * 5, cues.size() * 5 + 2, text));
    }
    List<Sentence> weighed = Salience.weighed(Sentences.of(cues));
    assertThat(weighed).hasSize(5);
    double least =
        weighed.subList(0, 3).stream().mapToDouble(Sentence::salience).min().orElseThrow();
    double most =
        weighed.subList(3, 5).stream()
            .max(Comparator.comparingDouble(Sentence::salience))
            .orElseThrow()
            .salience();
    assertThat(least).isGreaterThan(most);
  }

  @ParameterizedTest
  @EnumSource(FilmLanguage.class)
  void everyLanguageHasWordsInWhichStoriesAreTold(FilmLanguage language) {
    assertThat(Words.in(story(language)).storyStems()).hasSizeGreaterThan(10);
  }

  @Test
  void wordsThatSayNothingAreLeftOutAndInflectedOnesMeet() {
    Words english = Words.in(story(FilmLanguage.ENGLISH));
    assertThat(english.of("He didn’t know what the sailors were hiding."))
        .containsExactly("sailors", "hiding");
    assertThat(english.stems("sailors hiding")).isEqualTo(english.stems("sailor hides"));
  }

  @Test
  void withoutTextTheLanguageIsEnglish() {
    assertThat(FilmLanguage.of(List.of())).isEqualTo(FilmLanguage.ENGLISH);
    assertThat(FilmLanguage.of(List.of("1 2 3", "…"))).isEqualTo(FilmLanguage.ENGLISH);
  }
}
