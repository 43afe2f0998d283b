package com.movierecap.portal.library;

import com.movierecap.media.Track;
import com.movierecap.media.Track.Role;
import com.movierecap.portal.language.PageFormats;
import com.movierecap.portal.language.Text;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a film's track is called: its number, its language, its title and what it is for. */
@Named("trackName")
@RequestScoped
public class TrackName {
  private static final List<Role> TOLD =
      List.of(
          Role.COMMENTARY,
          Role.AUDIO_DESCRIPTION,
          Role.HEARING_IMPAIRED,
          Role.KARAOKE,
          Role.FORCED);

  @Inject private Text text;
  @Inject private PageFormats page;

  /** {@code 2 · English · Commentary}. */
  public String of(Track track) {
    var parts = new ArrayList<String>();
    parts.add(page.formats().number(track.number()));
    if (track.language() != null) {
      parts.add(page.formats().languageName(track.language()));
    }
    parts.add(Objects.requireNonNullElse(track.title(), ""));
    TOLD.stream()
        .filter(track.roles()::contains)
        .map(role -> text.get("track.role." + role.label()))
        .forEach(parts::add);
    parts.removeIf(String::isBlank);
    return String.join(" · ", parts);
  }
}
