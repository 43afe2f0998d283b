package com.movierecap.media.subtitles;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;

/** The languages whose words are known: which of them say nothing, and what their stems are. */
public enum FilmLanguage {
  ENGLISH("en", UnicodeScript.LATIN),
  GERMAN("de", UnicodeScript.LATIN),
  SPANISH("es", UnicodeScript.LATIN),
  FRENCH("fr", UnicodeScript.LATIN),
  ITALIAN("it", UnicodeScript.LATIN),
  PORTUGUESE("pt", UnicodeScript.LATIN),
  RUSSIAN("ru", UnicodeScript.CYRILLIC),
  ARABIC("ar", UnicodeScript.ARABIC),
  HINDI("hi", UnicodeScript.DEVANAGARI),
  KOREAN("ko", UnicodeScript.HANGUL),
  JAPANESE("ja", UnicodeScript.HIRAGANA),
  CHINESE("zh", UnicodeScript.HAN);

  /** More is not needed to tell a language. */
  private static final int LETTERS_LOOKED_AT = 20_000;

  /** Said in every film and about none. */
  private static final String FILLERS =
      "oh ok okay yeah gonna wanna hey hm hmm um uh yes got get go going come came let can could will"
          + " know like just now well right one us also can't won't here's it'll that'll we've i'm";

  /** Scripts that one language of those we know shares with none that we do not. */
  private static final Set<UnicodeScript> OWN_SCRIPTS =
      Set.of(UnicodeScript.HANGUL, UnicodeScript.HIRAGANA, UnicodeScript.HAN);

  /**
   * So many of the words said in a language are among its commonest; of a stranger's, such as
   * Dutch, those it shares with its neighbours are fewer.
   */
  private static final double SHARE_OF_COMMON_WORDS = 0.28;

  /** Its neighbours share its commonest words, but have letters of their own. */
  private static final String NOT_RUSSIAN = "іїєґўјљњћђ";

  private record Guess(FilmLanguage language, double share) {}

  private final Locale locale;
  private final UnicodeScript script;

  FilmLanguage(String tag, UnicodeScript script) {
    this.locale = Locale.forLanguageTag(tag);
    this.script = script;
  }

  public Locale locale() {
    return locale;
  }

  /** The language of some texts; empty where it may be one that is not known here. */
  public static Optional<FilmLanguage> told(Iterable<String> texts) {
    Guess guess = guess(texts);
    for (String text : texts) {
      if (guess.language() == RUSSIAN
          && text.codePoints().anyMatch(c -> NOT_RUSSIAN.indexOf(c) >= 0)) {
        return Optional.empty();
      }
    }
    boolean own = OWN_SCRIPTS.contains(guess.language().script);
    return guess.share() >= (own ? 0 : SHARE_OF_COMMON_WORDS)
        ? Optional.of(guess.language())
        : Optional.empty();
  }

  /**
   * By script, and by the commonest words where several languages share one; English where there is
   * nothing to go by.
   */
  static FilmLanguage of(Iterable<String> texts) {
    return guess(texts).language();
  }

  /** With the share of the words that are among its commonest. */
  private static Guess guess(Iterable<String> texts) {
    Map<UnicodeScript, Integer> scripts = new EnumMap<>(UnicodeScript.class);
    StringBuilder sample = new StringBuilder();
    for (String text : texts) {
      if (sample.length() > LETTERS_LOOKED_AT) {
        break;
      }
      text.codePoints()
          .filter(Character::isLetter)
          .forEach(c -> scripts.merge(UnicodeScript.of(c), 1, Integer::sum));
      sample.append(text).append('\n');
    }
    // Japanese writes Chinese letters between its own
    int kana =
        scripts.getOrDefault(UnicodeScript.HIRAGANA, 0)
            + scripts.getOrDefault(UnicodeScript.KATAKANA, 0);
    if (kana > 0.1 * scripts.getOrDefault(UnicodeScript.HAN, 0)) {
      scripts.put(UnicodeScript.HIRAGANA, kana + scripts.getOrDefault(UnicodeScript.HAN, 0));
      scripts.remove(UnicodeScript.HAN);
    }
    UnicodeScript most =
        scripts.entrySet().stream()
            .max(Map.Entry.<UnicodeScript, Integer>comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(UnicodeScript.LATIN);
    List<String> words =
        Arrays.stream(sample.toString().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}']+"))
            .filter(word -> !word.isEmpty())
            .toList();
    FilmLanguage best = ENGLISH;
    long hits = -1;
    for (FilmLanguage language : values()) {
      if (language.script == most) {
        Set<String> stop = language.stopWords();
        long here = words.stream().filter(stop::contains).count();
        if (here > hits) {
          best = language;
          hits = here;
        }
      }
    }
    return new Guess(best, words.isEmpty() ? 0 : hits / (double) words.size());
  }

  /** In lower case. */
  Set<String> stopWords() {
    return switch (this) {
      case ENGLISH -> and(snowball("english"), FILLERS);
      case GERMAN -> and(snowball("german"), "ja nein mal schon doch halt eben okay na ach");
      case SPANISH -> and(snowball("spanish"), "sí pues bueno vale ay eh");
      case FRENCH -> and(snowball("french"), "c'est j'ai oui non ça là bon ben ouais euh");
      case ITALIAN -> and(snowball("italian"), "sì no va bene ecco beh eh oh");
      case PORTUGUESE -> and(snowball("portuguese"), "sim não bem pois né ah");
      case RUSSIAN -> and(snowball("russian"), "ну да нет вот ладно эй");
      case ARABIC -> words(ArabicAnalyzer.getDefaultStopSet());
      case HINDI -> and(words(HindiAnalyzer.getDefaultStopSet()), "हाँ अरे तो जी");
      case KOREAN ->
          and(Set.of(), "나 너 내 네 그 이 저 것 거 수 좀 더 잘 안 못 왜 뭐 네가 내가 우리 그래 아니 예 응 있어 없어 하는 그건 이건");
      case JAPANESE ->
          and(
              Set.of(),
              "の は が を に で と も へ や か ね よ な だ です ます た て い ない する した して いる ある こと もの これ それ あれ"
                  + " この その あの ここ そこ 私 僕 俺 あなた 君 から まで ので けど でも そう う ん さ れ って じゃ なら");
      case CHINESE ->
          and(
              Set.of(),
              "的 了 是 我 你 他 她 它 们 我们 你们 他们 在 有 和 就 不 人 都 一 一个 上 也 很 到 说 要 去 会 着 没有 看 好 自己 这 那"
                  + " 吗 吧 呢 啊 什么 怎么 这个 那个 没 把 被 让 给 跟");
    };
  }

  /** Cuts text into stems; for scripts without spaces into pairs of letters. */
  Analyzer analyzer() {
    CharArraySet stop = new CharArraySet(stopWords(), true);
    return switch (this) {
      case ENGLISH -> new EnglishAnalyzer(stop);
      case GERMAN -> new GermanAnalyzer(stop);
      case SPANISH -> new SpanishAnalyzer(stop);
      case FRENCH -> new FrenchAnalyzer(stop);
      case ITALIAN -> new ItalianAnalyzer(stop);
      case PORTUGUESE -> new PortugueseAnalyzer(stop);
      case RUSSIAN -> new RussianAnalyzer(stop);
      case ARABIC -> new ArabicAnalyzer(stop);
      case HINDI -> new HindiAnalyzer(stop);
      case KOREAN, JAPANESE, CHINESE -> new CJKAnalyzer(stop);
    };
  }

  /** Whether nouns are written like names. */
  boolean capitalisesNouns() {
    return this == GERMAN;
  }

  /** The turns of phrase in which stories are told. */
  String storyWords() {
    return switch (this) {
      case ENGLISH ->
          "must never kill love secret plan die death murder war alive truth promise father mother"
              + " son daughter brother sister find save help danger alone always forever lost escape"
              + " betray marry money wrong";
      case GERMAN ->
          "muss niemals töten liebe geheimnis plan sterben tod mord krieg wahrheit versprechen vater"
              + " mutter sohn tochter bruder schwester finden retten hilfe gefahr allein immer"
              + " verloren fliehen verraten heiraten geld";
      case SPANISH ->
          "debo jamás matar amor secreto plan morir muerte asesinato guerra verdad promesa padre madre"
              + " hijo hija hermano hermana encontrar salvar ayuda peligro solo siempre perdido escapar"
              + " traición casar dinero";
      case FRENCH ->
          "dois jamais tuer amour secret plan mourir mort meurtre guerre vérité promesse père mère"
              + " fils fille frère soeur trouver sauver aide danger seul toujours perdu fuir trahir"
              + " épouser argent";
      case ITALIAN ->
          "devo mai uccidere amore segreto piano morire morte omicidio guerra verità promessa padre"
              + " madre figlio figlia fratello sorella trovare salvare aiuto pericolo solo sempre perso"
              + " fuggire tradire sposare soldi";
      case PORTUGUESE ->
          "devo nunca matar amor segredo plano morrer morte assassinato guerra verdade promessa pai mãe"
              + " filho filha irmão irmã encontrar salvar ajuda perigo sozinho sempre perdido fugir"
              + " trair casar dinheiro";
      case RUSSIAN ->
          "должен никогда убить любовь тайна план умереть смерть убийство война правда обещание отец"
              + " мать сын дочь брат сестра найти спасти помощь опасность один всегда потерян бежать"
              + " предать жениться деньги";
      case ARABIC ->
          "يجب أبدا قتل حب سر خطة موت جريمة حرب حقيقة وعد أب أم ابن ابنة أخ أخت إنقاذ مساعدة خطر وحيد دائما"
              + " ضائع هروب خيانة زواج مال";
      case HINDI ->
          "कभी मारना प्यार राज़ योजना मरना मौत हत्या युद्ध सच वादा पिता माँ बेटा बेटी भाई बहन बचाना मदद खतरा अकेला"
              + " हमेशा खोया भागना धोखा शादी पैसा";
      case KOREAN -> "절대 죽여 사랑 비밀 계획 죽음 살인 전쟁 진실 약속 아버지 어머니 아들 딸 형제 구해 도와 위험 혼자 항상 도망 배신 결혼";
      case JAPANESE -> "絶対 殺す 愛 秘密 計画 死ぬ 殺人 戦争 真実 約束 父親 母親 息子 兄弟 助けて 危険 一人 永遠 逃げる 裏切り 結婚";
      case CHINESE -> "必须 永远 杀死 爱情 秘密 计划 死亡 谋杀 战争 真相 承诺 父亲 母亲 儿子 女儿 兄弟 拯救 帮助 危险 孤独 逃跑 背叛 结婚";
    };
  }

  private static Set<String> snowball(String language) {
    String file = "/org/apache/lucene/analysis/snowball/" + language + "_stop.txt";
    try (InputStream in =
        Objects.requireNonNull(EnglishAnalyzer.class.getResourceAsStream(file), file)) {
      return words(
          WordlistLoader.getSnowballWordSet(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> words(CharArraySet set) {
    return set.stream().map(w -> new String((char[]) w)).collect(Collectors.toSet());
  }

  private static Set<String> and(Set<String> words, String more) {
    Set<String> all = new java.util.HashSet<>(words);
    all.addAll(Arrays.asList(more.split(" ")));
    return all;
  }
}
