package com.movierecap.portal.library;

import com.movierecap.library.MovieSubtitles.Kept;
import com.movierecap.media.Cue;
import com.movierecap.media.SubtitleReport;
import com.movierecap.media.SubtitleReport.Source;
import com.movierecap.portal.language.PageFormats;
import com.movierecap.portal.language.Text;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of a film as the page shows them: what there is, and how it fits what is heard. */
@Named("subtitleFacts")
@RequestScoped
public class SubtitleFacts {
  /** By the language they were made for; the last ones serve several. */
  private static final String ENCODINGS =
      "ar=windows-1256 el=windows-1253 he=windows-1255 ja=Shift_JIS ja=EUC-JP ko=EUC-KR lt=windows-1257"
          + " pl=windows-1250 pl=ISO-8859-2 ru=windows-1251 ru=KOI8-R ru=IBM866 th=windows-874"
          + " tr=windows-1254 uk=KOI8-U vi=windows-1258 zh-Hans=GB18030 zh-Hant=Big5 fr=windows-1252"
          + " fr=IBM850";

  @Inject private FilmStrips strips;
  @Inject private FilmPage film;
  @Inject private Text text;
  @Inject private PageFormats page;
  @Inject private TrackName name;

  private @Nullable Optional<Kept> kept;

  /** Null where there are none. */
  public @Nullable Kept getKept() {
    var known = kept;
    if (known == null) {
      known = Kept.of(film.getMovie(), strips.analysis(film.getMovie().id()));
      kept = known;
    }
    return known.orElse(null);
  }

  /** The file that was handed in, and the film's own that can be read; none without a choice. */
  public List<SelectItem> getTracks() {
    var now = getKept();
    var choices = new ArrayList<SelectItem>();
    if (now != null && now.report().source() == Source.FILE) {
      choices.add(new SelectItem("", now.fileName()));
    }
    for (var track : strips.analysis(film.getMovie().id()).movie().tracks()) {
      if (track.isText()) {
        choices.add(new SelectItem(track.number(), name.of(track)));
      }
    }
    return choices.size() > 1 || now == null ? choices : List.of();
  }

  /** So that one sees whether the letters are right. */
  public List<Cue> getFirstLines() {
    var now = getKept();
    return now == null ? List.of() : now.firstLines();
  }

  public String getMendLabel() {
    var now = getKept();
    var better = now == null ? null : now.report().better();
    if (better == null) {
      return "";
    }
    var seconds = page.formats().tenth(better.offsetSeconds());
    return better.stretch() == 1
        ? text.format("subtitles.mend", seconds)
        : text.format("subtitles.mend.stretch", seconds, page.formats().number(better.stretch()));
  }

  /** Null where they are not. */
  public @Nullable String getMoved() {
    var now = getKept();
    if (now == null || now.report().timing().equals(SubtitleReport.Timing.AS_WRITTEN)) {
      return null;
    }
    var timing = now.report().timing();
    return timing.stretch() == 1
        ? text.format("unit.seconds", page.formats().tenth(timing.offsetSeconds()))
        : text.format(
            "subtitles.moved",
            page.formats().tenth(timing.offsetSeconds()),
            page.formats().number(timing.stretch()));
  }

  public int getLeftOut() {
    var now = getKept();
    return now == null
        ? 0
        : now.report().dropped() + now.report().adverts() + now.report().outside();
  }

  public List<SelectItem> getEncodings() {
    return Stream.concat(
            Stream.of(new SelectItem("UTF-8", "UTF-8"), new SelectItem("UTF-16", "UTF-16")),
            Stream.of(ENCODINGS.split(" "))
                .map(
                    pair -> {
                      var parts = pair.split("=");
                      return new SelectItem(
                          parts[1], page.formats().languageName(parts[0]) + " – " + parts[1]);
                    }))
        .toList();
  }
}
