package com.movierecap.media.worker;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.movierecap.media.Accuracy;
import com.movierecap.media.Pick;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.subtitles.SubtitleInput;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the service asks of a worker, in a JSON file. Files are named by absolute paths.
 *
 * @param film to be read
 * @param subtitles where they are, or null for the film's own
 * @param analysis to render: {@code analysis.json} of an earlier worker
 * @param accuracy to analyse: how closely to look; null is {@link Accuracy#NORMAL}
 * @param recap to render: what the customer asks for
 * @param picks to render: made by hand, rendered as they are; null to select
 * @param filmName what the customer calls the film's file, for the cut lists
 * @param out folder for the results; exists
 * @param audio number of the sound's track among the film's, from 1: to analyse, the one to listen
 *     to, to render, the one to be heard; null for the usual one, and the one that was listened to
 * @param subtitleTrack to analyse: number of the subtitles' track in the film, from 1, where no
 *     file of them is given; null for the usual one
 */
public record WorkRequest(
    Task task,
    String film,
    @Nullable SubtitleInput subtitles,
    @Nullable String analysis,
    @Nullable Accuracy accuracy,
    @Nullable RecapRequest recap,
    @Nullable List<Pick> picks,
    @Nullable String filmName,
    String out,
    @Nullable Integer audio,
    @Nullable Integer subtitleTrack) {

  public enum Task {
    ANALYSE,
    RENDER;

    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Task of(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }
  }

  /** An analysis of a film. */
  public static WorkRequest analyse(
      String film, @Nullable SubtitleInput subtitles, Accuracy accuracy, String out) {
    return new WorkRequest(
        Task.ANALYSE, film, subtitles, null, accuracy, null, null, null, out, null, null);
  }

  /** A recap of an analysed film. */
  public static WorkRequest render(
      String film,
      String filmName,
      String analysis,
      RecapRequest recap,
      @Nullable List<Pick> picks,
      String out) {
    return new WorkRequest(
        Task.RENDER, film, null, analysis, null, recap, picks, filmName, out, null, null);
  }

  /** The same of certain tracks; null for the usual ones. */
  public WorkRequest withTracks(@Nullable Integer sound, @Nullable Integer subtitlesInside) {
    return new WorkRequest(
        task,
        film,
        subtitles,
        analysis,
        accuracy,
        recap,
        picks,
        filmName,
        out,
        sound,
        subtitlesInside);
  }
}
