package com.movierecap.portal.recap;

import com.movierecap.kernel.ProblemException;
import com.movierecap.media.OutputFile;
import com.movierecap.media.Rendering.Captions;
import com.movierecap.media.TimeRange;
import com.movierecap.portal.error.Notices;
import com.movierecap.portal.jobs.JobView;
import com.movierecap.portal.library.FilmStrips;
import com.movierecap.portal.library.Storyboard.Tile;
import com.movierecap.portal.page.Address;
import com.movierecap.portal.session.Permissions;
import com.movierecap.recap.Recap;
import com.movierecap.recap.RecapSelection;
import com.movierecap.recap.RecapService;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One recap: how far it is, then what came out and why. */
@Named("recap")
@ViewScoped
public class RecapPage implements Serializable {
  @Inject private RecapService recaps;
  @Inject private RecapSelection selection;
  @Inject private FilmStrips strips;
  @Inject private Permissions may;
  @Inject private Notices notices;

  /** A lossless recap is in the film's own codecs; browsers do not play Matroska. */
  private static final List<String> PLAYED = List.of("recap.mp4", "recap.webm");

  private static final String OPEN = "open";
  private static final String KEEP = "keep";
  private static final String DROP = "drop";

  private final HashMap<Integer, String> wishes = new HashMap<>();
  private final HashMap<Integer, Boolean> takenBack = new HashMap<>();
  private @Nullable String id;
  private transient @Nullable Recap recap;
  private transient @Nullable List<PickCard> picks;

  /** Also says whether there is such a recap at all, before anything is written. */
  public void load() {
    recap = recaps.get(Address.id(id));
  }

  public void cancel() throws IOException {
    change(() -> recaps.cancel(get().id()), "recap.cancelled", "/recap.xhtml?id=" + id);
  }

  public void renderAgain() throws IOException {
    change(() -> recaps.render(get().id()), "recap.renders.again", "/recap.xhtml?id=" + id);
  }

  /** What somebody wishes for each pick, by its number. */
  public Map<Integer, String> getWishes() {
    getPicks().forEach(pick -> wishes.putIfAbsent(pick.number(), pick.kept() ? KEEP : OPEN));
    return wishes;
  }

  public List<String> getWishKinds() {
    return List.of(OPEN, KEEP, DROP);
  }

  /**
   * What was left out before and stays so until it is taken back.
   *
   * @param number from 1 on
   */
  public record LeftOut(int number, double start, double end, @Nullable Tile tile) {
    TimeRange range() {
      return new TimeRange(start, end);
    }
  }

  public List<LeftOut> getLeftOut() {
    var excluded = get().request().excluded();
    var storyboard = excluded.isEmpty() ? null : strips.storyboard(get().movie().id());
    return IntStream.range(0, excluded.size())
        .mapToObj(
            i -> {
              var range = excluded.get(i);
              var tile =
                  storyboard == null ? null : storyboard.at(range.startSeconds()).orElse(null);
              return new LeftOut(i + 1, range.startSeconds(), range.endSeconds(), tile);
            })
        .toList();
  }

  /** Which of {@link #getLeftOut} may be chosen again, by its number. */
  public Map<Integer, Boolean> getTakenBack() {
    return takenBack;
  }

  /** Keeps and leaves out what was wished, now and before, has the rest chosen again, renders. */
  public void chooseAgain() throws IOException {
    change(
        () -> {
          var excluded =
              Stream.concat(
                      getLeftOut().stream()
                          .filter(gone -> !Boolean.TRUE.equals(takenBack.get(gone.number())))
                          .map(LeftOut::range),
                      ranges(DROP).stream())
                  .toList();
          selection.chooseAndRender(get().id(), ranges(KEEP), excluded);
        },
        "recap.renders.again",
        "/recap.xhtml?id=" + id);
  }

  private List<TimeRange> ranges(String wish) {
    return getPicks().stream()
        .filter(pick -> wish.equals(wishes.get(pick.number())))
        .map(pick -> new TimeRange(pick.start(), pick.end()))
        .toList();
  }

  public void delete() throws IOException {
    change(
        () -> recaps.delete(get().id(), null),
        "recap.deleted",
        "/film.xhtml?id=" + get().movie().id());
  }

  private void change(Runnable what, String done, String next) throws IOException {
    try {
      may.mustEdit();
      what.run();
      notices.done(done);
      open(next);
    } catch (ProblemException e) {
      notices.problem(e);
    }
  }

  private static void open(String page) throws IOException {
    var external = FacesContext.getCurrentInstance().getExternalContext();
    external.redirect(external.getRequestContextPath() + page);
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

  /**
   * The recap's shape, known before its first byte has arrived.
   *
   * @param width in pixels, as far as they tell the shape
   */
  public record Shape(int width, int height) {
    /** As a CSS number. */
    public String ratio() {
      return String.format(Locale.ROOT, "%.4f", width / (double) height);
    }
  }

  public Shape getShape() {
    var aspect = get().request().rendering().aspect();
    var sides = aspect.label().split(":", -1);
    if (sides.length == 2) {
      return new Shape(Integer.parseInt(sides[0]) * 60, Integer.parseInt(sides[1]) * 60);
    }
    return get()
        .movie()
        .facts()
        .filter(facts -> facts.width() > 0 && facts.height() > 0)
        .map(facts -> new Shape(facts.width(), facts.height()))
        .orElse(new Shape(16, 9));
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
