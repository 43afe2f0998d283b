package com.movierecap.portal.library;

import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.SubtitleReport.Source;
import com.movierecap.media.Track;
import com.movierecap.media.Track.Kind;
import com.movierecap.portal.language.PageFormats;
import com.movierecap.portal.language.Text;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sounds and subtitles in a film's file as its page lists them, and which of them are used. */
@Named("filmTracks")
@RequestScoped
public class FilmTracks {
  @Inject private FilmPage film;
  @Inject private FilmStrips strips;
  @Inject private CodecName codecName;
  @Inject private Text text;
  @Inject private PageFormats page;

  /**
   * One track.
   *
   * @param name its language, or that the film tells none, and its title
   * @param facts codec or format, and channels
   * @param roles keys of what it is for
   * @param used whether recaps are made with it unless something else is asked for
   */
  public record Row(int number, String name, String facts, List<String> roles, boolean used) {}

  public List<Row> getSounds() {
    return rows(Kind.SOUND);
  }

  public List<Row> getSubtitles() {
    return rows(Kind.SUBTITLES);
  }

  private List<Row> rows(Kind kind) {
    if (!film.getMovie().isReady()) {
      return List.of();
    }
    var analysis = strips.analysis(film.getMovie().id());
    return analysis.movie().tracks().stream()
        .filter(track -> track.kind() == kind)
        .map(track -> row(track, isUsed(track, analysis)))
        .toList();
  }

  /** A file of subtitles that was handed in stands in for the film's own. */
  static boolean isUsed(Track track, MovieAnalysis analysis) {
    var words = analysis.subtitles();
    return track.chosen()
        && (track.kind() != Kind.SUBTITLES || words != null && words.source() == Source.TRACK);
  }

  private Row row(Track track, boolean used) {
    var name = new ArrayList<String>();
    name.add(
        track.language() == null
            ? text.get("tracks.unnamed")
            : page.formats().languageName(track.language()));
    Optional.ofNullable(track.title()).filter(title -> !title.isBlank()).ifPresent(name::add);
    var facts = new ArrayList<String>();
    facts.add(codecName.of(track.codec()));
    Optional.ofNullable(channels(track.channels())).ifPresent(facts::add);
    return new Row(
        track.number(),
        String.join(" · ", name),
        String.join(" · ", facts),
        track.roles().stream().map(role -> "track.role." + role.label()).toList(),
        used);
  }

  private @Nullable String channels(@Nullable Integer count) {
    if (count == null) {
      return null;
    }
    return switch (count) {
      case 1 -> text.get("track.mono");
      case 2 -> text.get("track.stereo");
      case 6 -> "5.1";
      case 8 -> "7.1";
      default -> text.format("track.channels", count);
    };
  }
}
