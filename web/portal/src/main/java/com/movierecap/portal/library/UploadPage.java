package com.movierecap.portal.library;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.library.FilmIntake;
import com.movierecap.library.NewMovie;
import com.movierecap.portal.error.Notices;
import com.movierecap.portal.identity.Permissions;
import com.movierecap.portal.identity.SignedIn;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.primefaces.event.FileUploadEvent;

/** Takes a film in, with what its reader says of it. Subtitles come first and wait in the view. */
@Named("upload")
@ViewScoped
public class UploadPage implements Serializable {
  private static final long MAX_SUBTITLE_BYTES = 10L << 20;

  @Inject private FilmIntake intake;
  @Inject private SignedIn signedIn;
  @Inject private Permissions may;
  @Inject private Notices notices;

  private @Nullable String title;
  private @Nullable String spoken;
  private @Nullable Subtitles subtitles;

  public void enter() {
    may.mustEdit();
  }

  public void takeSubtitles(FileUploadEvent event) {
    var file = event.getFile();
    if (file.getSize() == 0) {
      notices.problem(new ProblemException(ProblemType.EMPTY_FILE));
    } else if (file.getSize() > MAX_SUBTITLE_BYTES) {
      notices.problem(new ProblemException(ProblemType.TOO_LARGE, MAX_SUBTITLE_BYTES >> 20));
    } else {
      subtitles = new Subtitles(file.getFileName(), file.getContent());
    }
  }

  public void dropSubtitles() {
    subtitles = null;
  }

  /** Called while inputs are still being checked; waits until title and language have arrived. */
  public void takeFilm(FileUploadEvent event) throws IOException {
    if (event.getPhaseId() != PhaseId.INVOKE_APPLICATION) {
      event.setPhaseId(PhaseId.INVOKE_APPLICATION);
      event.queue();
      return;
    }
    var cues = subtitles;
    try {
      may.mustEdit();
      var wish = NewMovie.of(title, spoken, event.getFile().getFileName());
      try (var film = event.getFile().getInputStream()) {
        var movie =
            intake.take(
                wish,
                film,
                cues == null ? null : new ByteArrayInputStream(cues.bytes()),
                signedIn.required().account(),
                null);
        open(movie.id());
      }
    } catch (ProblemException e) {
      notices.problem(e);
    }
  }

  private static void open(UUID movie) throws IOException {
    var external = FacesContext.getCurrentInstance().getExternalContext();
    external.redirect(external.getRequestContextPath() + "/film.xhtml?id=" + movie);
  }

  public @Nullable String getSubtitlesName() {
    var chosen = subtitles;
    return chosen == null ? null : chosen.fileName();
  }

  public @Nullable String getTitle() {
    return title;
  }

  public void setTitle(@Nullable String title) {
    this.title = title;
  }

  public @Nullable String getSpoken() {
    return spoken;
  }

  public void setSpoken(@Nullable String spoken) {
    this.spoken = spoken;
  }
}
