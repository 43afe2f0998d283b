package com.movierecap.media.subtitles;

import com.movierecap.media.Cue;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cues that speak of the subtitles and not of the film: who made them, where they were got, what to
 * buy. Nobody says them, and nobody wants them in a recap.
 */
final class Adverts {
  /** Whoever says it in a film says more than that. */
  private static final int LONGEST = 300;

  private static final Pattern PLACE =
      Pattern.compile(
          "(?iu)opensubtitles|addic7ed|subscene|podnapisi|subdl\\.|titlovi\\.|napiprojekt|napisy24|tvsubtitles"
              + "|tvsubs\\.|subtitulos\\.es|legendas\\.tv|legendei|subswiki|yifysub|yts\\.(?:mx|am|lt|ag)"
              + "|sous-titres\\.eu|subclub\\.|feliratok\\.info|titulky\\.com|sub\\.in\\.net|subs4free|greek-?subs"
              + "|italiansubs|itasa\\b|argenteam|subdivx|amara\\.org|assrt\\.net|zimuku|yyets|人人影视|字幕组"
              + "|字幕由|シネマ字幕|자막 ?(?:제공|제작|번역)"
              + "|\\bwww\\.[\\w-]+\\.[a-z]{2,}|https?://|(?m:^\\W*[\\w-]+\\.(?:com|org|net|tv)\\W*$)");

  /** At the start of a line: the work, and by whom. */
  private static final Pattern WORK =
      Pattern.compile(
          "(?imu)^[\\W_]*(?:"
              + "(?:subtitles?|subs|captions?|closed captions?|sync(?:hroni[sz]ation|hroni[sz]ed|ed|s)?)"
              + "(?:(?: ?(?:,|&|and|\\+) ?|\\s)(?:sub(?:title)?s?|captions?|translat(?:ion|ed)"
              + "|sync(?:ed|hroni[sz]ed)?|correct(?:ions|ed)|tim(?:ing|ed)|edited|encoded)){0,4}\\s*(?:by\\b|:)"
              + "|(?:translat(?:ion|ed)|transcript(?:ion|s)?|transcribed|corrections?|corrected|tim(?:ing|ed)"
              + "|ripped|encoded|proofread|captioned|captioning|subtitling)(?: and \\w+)? by\\b"
              + "|captioning (?:sponsored|made)\\b"
              + "|sous-titr(?:es|age|ages)\\b.{0,30}?(?:\\bpar\\b|:)|traduction par\\b"
              + "|untertitel(?:ung)?\\b.{0,30}?(?:\\bvon\\b|:|\\bim auftrag\\b)|übersetzung von\\b"
              + "|subt[ií]tulos?\\b.{0,30}?(?:\\bpor\\b|:)|traducci[oó]n por\\b"
              + "|sottotitoli\\b.{0,30}?(?:\\bdi\\b|a cura di|:)|traduzione a cura"
              + "|legendas?\\b.{0,30}?(?:\\bpor\\b|:)|tradu[cç][aã]o por\\b"
              + "|ondertitel(?:s|ing)\\b.{0,30}?(?:\\bdoor\\b|:)|vertaling door\\b"
              + "|napisy\\b.{0,20}?:|titulky\\b.{0,20}?:|fel?irat(?:ok)?\\s*:|fordította\\b"
              + "|altyazı\\b.{0,20}?:|çeviri ve\\b|tekst(?:et|ing) (?:av|af)\\b"
              + "|undertekster\\b.{0,20}?(?:\\bav\\b|\\baf\\b|:)|tekstitys\\s*:|subtitrarea?\\b.{0,20}?:"
              + "|traducerea (?:și|si)\\b|субтитр[ыи]\\b.{0,30}?(?:создавал|сделал|подготов|:)"
              + "|редактор субтитров|υπότιτλοι\\s*:|απόδοση διαλόγων|תורגם|תרגום וסנכרון|כתוביות\\s*:"
              + "|ترجمة (?:وتعديل|الأستاذ)|تمت الترجمة|زیرنویس\\b"
              + "|字幕\\s*[:：]|字幕(?:翻译|翻譯|制作|製作|提供|翻訳)|자막\\s*[:：]"
              + "|उपशीर्षक\\s*(?::|द्वारा)|कैप्शन\\s*:|คำบรรยาย(?:ไทย)?โดย|บรรยายไทยโดย|แปลโดย"
              + ")");

  /** The same by a colon and a name; with a sentence behind it, it is what somebody says. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?imu)^[\\W_]*(?:translation|translator|corrections?|timing|transcript|traduction|adaptation"
              + "|übersetzung|traducci[oó]n|sincronizaci[oó]n|traduzione|tradu[cç][aã]o|sincronia|vertaling"
              + "|tłumaczenie|překlad|preklad|prijevod|prevod|fordítás|çeviri|översättning|oversættelse|oversettelse"
              + "|suomennos|traducerea?|перевод(?:чик)?|переклад|превод|μετάφραση|תרגום|ترجمة|تعديل|توقيت"
              + "|翻译|翻譯|校对|校對|时间轴|時間軸|后期|压制|翻訳|번역|싱크|अनुवाद)\\s*[:：]\\s*"
              + "[^\\n.!?…。！？]{2,60}$");

  /** Sales talk that has been in subtitles for years. */
  private static final Pattern SALE =
      Pattern.compile(
          "(?iu)advertise your (?:product|brand)|support us and become (?:a )?vip|become vip member"
              + "|remove all ads|please rate this subtitle|download(?:ed)? (?:movies|subtitles?) (?:from|at|in)"
              + "|watch (?:any|free) (?:video|movies|hd movies)|help (?:other )?users? (?:to )?choose the best");

  private Adverts() {}

  /** All where nothing else is left: then it is what the film says. */
  static List<Cue> without(List<Cue> cues) {
    List<Cue> spoken = cues.stream().filter(cue -> !is(cue.text())).toList();
    return spoken.isEmpty() ? cues : spoken;
  }

  static boolean is(String text) {
    return text.length() <= LONGEST
        && (PLACE.matcher(text).find()
            || WORK.matcher(text).find()
            || NAMED.matcher(text).find()
            || SALE.matcher(text).find());
  }
}
