package com.movierecap.portal.recap;

import com.movierecap.idempotency.IdempotencyKey;
import com.movierecap.kernel.Ids;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.RecapRequest.Style;
import com.movierecap.media.Rendering.Captions;
import com.movierecap.media.Track;
import com.movierecap.portal.library.FilmPage;
import com.movierecap.portal.page.Next;
import com.movierecap.portal.page.Steps;
import com.movierecap.portal.session.Permissions;
import com.movierecap.portal.session.SignedIn;
import com.movierecap.recap.RecapService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody wishes a recap to be. */
@Named("order")
@ViewScoped
public class OrderForm implements Serializable {
  private static final String LENGTH_FIELD = "order:length";
  private static final int USUAL_SECONDS = 60;

  @Inject private RecapService recaps;
  @Inject private FilmPage film;
  @Inject private SignedIn signedIn;
  @Inject private Permissions may;
  @Inject private Steps steps;

  /** Sending the form twice orders once. */
  private final String key = "portal-" + Ids.next();

  private @Nullable Integer length;
  private String style = Style.STORY.label();
  private boolean spoilers = true;
  private final RenderingForm rendering = new RenderingForm();

  public void submit() throws IOException {
    steps.take(
        this::order,
        steps.at(problem -> problem.type().slug().startsWith("length-") ? LENGTH_FIELD : null));
  }

  private Next order() {
    may.mustEdit();
    int seconds = length == null ? 0 : length;
    if (seconds <= 0) {
      throw new ProblemException(ProblemType.LENGTH_NOT_POSITIVE);
    }
    if (isWordless()) {
      rendering.setCaptions(Captions.NONE.label());
    }
    var wish =
        rendering.wish(
            new RecapRequest(
                seconds, Style.of(style), spoilers, List.of(), List.of(), rendering.rendering()));
    var account = signedIn.required().account();
    var recap = recaps.create(film.getMovie().id(), wish, account, IdempotencyKey.of(account, key));
    return Next.page("/recap.xhtml", recap.id());
  }

  /** Whether the film is known to have nothing that captions could show. */
  public boolean isWordless() {
    var timeline = film.getTimeline();
    return timeline != null && !timeline.worded();
  }

  /** Those a film with several sounds lets one choose from. */
  public List<Track> getSounds() {
    var timeline = film.getTimeline();
    return timeline == null || timeline.sounds().size() < 2 ? List.of() : timeline.sounds();
  }

  /** What is heard at first: what was listened to. */
  public @Nullable Integer getSound() {
    var chosen = rendering.getSound();
    return chosen != null
        ? chosen
        : getSounds().stream().filter(Track::chosen).map(Track::number).findFirst().orElse(null);
  }

  public void setSound(@Nullable Integer sound) {
    rendering.setSound(sound);
  }

  /** Lengths that people ask for, as far as the film has them, and half of the film. */
  public List<Integer> getQuickLengths() {
    return film.getMovie()
        .facts()
        .map(
            facts ->
                Stream.of(30, 60, 90)
                    .filter(seconds -> seconds <= facts.durationSeconds())
                    .toList())
        .orElse(List.of(30, 60, 90));
  }

  /** Half of the film in whole seconds, or null where that is not known or nothing. */
  public @Nullable Integer getHalf() {
    return film.getMovie()
        .facts()
        .map(facts -> (int) (facts.durationSeconds() / 2))
        .filter(half -> half > 0)
        .orElse(null);
  }

  public RenderingForm getRendering() {
    return rendering;
  }

  /** A minute, or half of a film that has no two. */
  public @Nullable Integer getLength() {
    var half = getHalf();
    return length != null
        ? length
        : Integer.valueOf(half == null ? USUAL_SECONDS : Math.min(USUAL_SECONDS, half));
  }

  public void setLength(@Nullable Integer length) {
    this.length = length;
  }

  public String getStyle() {
    return style;
  }

  public void setStyle(String style) {
    this.style = style;
  }

  public List<Style> getStyles() {
    return List.of(Style.values());
  }

  public boolean isSpoilers() {
    return spoilers;
  }

  public void setSpoilers(boolean spoilers) {
    this.spoilers = spoilers;
  }
}
