package com.movierecap.media.worker;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.movierecap.media.Accuracy;
import com.movierecap.media.Pick;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.subtitles.SubtitleInput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the service asks of a worker, in a JSON file. Files are named by absolute paths. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "task")
@JsonSubTypes({
  @JsonSubTypes.Type(value = WorkRequest.Analyse.class, name = "analyse"),
  @JsonSubTypes.Type(value = WorkRequest.Render.class, name = "render")
})
public sealed interface WorkRequest {
  /** The film to be read. */
  String film();

  /** Folder for the results; exists. */
  String out();

  /**
   * An analysis of a film. Leaves {@code analysis.json}, {@code subtitles.json} with the words of
   * all of its own tracks, and its pictures.
   *
   * @param subtitles where they are, or null for the film's own
   * @param accuracy how closely to look; null is {@link Accuracy#NORMAL}
   */
  record Analyse(
      String film, @Nullable SubtitleInput subtitles, @Nullable Accuracy accuracy, String out)
      implements WorkRequest {}

  /**
   * A recap of an analysed film.
   *
   * @param filmName what the customer calls the film's file, for the cut lists
   * @param analysis {@code analysis.json} of an earlier worker
   * @param recap what the customer asks for
   * @param picks made by hand, rendered as they are; null to select
   * @param audio number of the sound that is heard among the film's, from 1; null for the one that
   *     was listened to
   */
  record Render(
      String film,
      String filmName,
      String analysis,
      RecapRequest recap,
      @Nullable List<Pick> picks,
      @Nullable Integer audio,
      String out)
      implements WorkRequest {}
}
