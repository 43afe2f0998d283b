package com.movierecap.portal.recap;

import com.movierecap.media.OutputFile;
import com.movierecap.media.Rendering.Captions;
import com.movierecap.portal.jobs.JobView;
import com.movierecap.portal.library.FilmStrips;
import com.movierecap.portal.page.Address;
import com.movierecap.portal.page.Next;
import com.movierecap.portal.page.Steps;
import com.movierecap.portal.session.Permissions;
import com.movierecap.recap.Recap;
import com.movierecap.recap.RecapService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One recap: how far it is, then what came out and why. */
@Named("recap")
@ViewScoped
public class RecapPage implements Serializable {
  @Inject private RecapService recaps;
  @Inject private FilmStrips strips;
  @Inject private Permissions may;
  @Inject private Steps steps;

  /** A lossless recap is in the film's own codecs; browsers do not play Matroska. */
  private static final List<String> PLAYED = List.of("recap.mp4", "recap.webm");

  private @Nullable String id;
  private transient @Nullable Recap recap;
  private transient @Nullable List<PickCard> picks;

  /** Also says whether there is such a recap at all, before anything is written. */
  public void load() {
    recap = recaps.get(Address.id(id));
  }

  public void cancel() throws IOException {
    change(() -> recaps.cancel(get().id()), page("recap.cancelled"));
  }

  public void renderAgain() throws IOException {
    change(() -> recaps.render(get().id()), page("recap.renders.again"));
  }

  public void delete() throws IOException {
    change(
        () -> recaps.delete(get().id(), null),
        Next.page("/film.xhtml", get().movie().id()).saying("recap.deleted"));
  }

  private void change(Runnable what, Next next) throws IOException {
    steps.take(
        () -> {
          may.mustEdit();
          what.run();
          return next;
        });
  }

  /** This very page. */
  Next page(String done) {
    return Next.page("/recap.xhtml", get().id()).saying(done);
  }

  public Recap get() {
    var known = recap;
    if (known == null) {
      known = recaps.get(Address.id(id));
      recap = known;
    }
    return known;
  }

  public RecapRow getRow() {
    return RecapRow.of(get());
  }

  public JobView getJob() {
    return JobView.of(get().job());
  }

  /** Whether there is something to watch: the last rendering that succeeded. */
  public boolean isRendered() {
    return !get().outputs().isEmpty();
  }

  /** The file to watch, as browsers play it; null where only taking it home is of use. */
  public @Nullable OutputFile getVideo() {
    return PLAYED.stream()
        .filter(get().outputs()::containsKey)
        .findFirst()
        .map(OutputFile::named)
        .orElse(null);
  }

  public Shape getShape() {
    return Shape.of(get());
  }

  /** Whether there are captions that a player can switch on. */
  public boolean isCaptioned() {
    return get().request().rendering().captions() == Captions.SOFT
        && getDownloads().stream().anyMatch(file -> file.fileName().equals("recap.vtt"));
  }

  public List<PickCard> getPicks() {
    var known = picks;
    if (known == null) {
      known =
          PickCard.of(
              get().picks(), get().request().locked(), strips.storyboard(get().movie().id()));
      picks = known;
    }
    return known;
  }

  public List<Download> getDownloads() {
    return Download.of(get());
  }

  public @Nullable String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id;
  }
}
