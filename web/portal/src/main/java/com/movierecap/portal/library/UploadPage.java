package com.movierecap.portal.library;

import com.movierecap.library.FilmIntake;
import com.movierecap.library.SubtitleFile;
import com.movierecap.portal.session.Permissions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What {@code upload.js} has to know before it sends anything to the {@link IntakeServlet}. */
@Named("upload")
@RequestScoped
public class UploadPage {
  @Inject private FilmIntake intake;
  @Inject private Permissions may;

  public void enter() {
    may.mustEdit();
  }

  public long getMaxFilmBytes() {
    return intake.maxFilmBytes();
  }

  public int getMaxSubtitleBytes() {
    return SubtitleFile.MAX_BYTES;
  }
}
