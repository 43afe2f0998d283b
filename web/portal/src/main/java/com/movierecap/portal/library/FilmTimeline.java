package com.movierecap.portal.library;

import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Scene;
import com.movierecap.media.Shot;
import com.movierecap.media.Track;
import com.movierecap.portal.library.Storyboard.Tile;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A film as a strip: every shot as wide as it is long.
 *
 * @param seconds how long the film is
 * @param worded whether something of what is said is known, so that there can be captions
 * @param sounds the film has, in order
 */
public record FilmTimeline(
    List<Mark> shots, List<Part> scenes, double seconds, boolean worded, List<Track> sounds) {

  /**
   * One shot.
   *
   * @param scene index of its scene
   */
  public record Mark(int number, double start, double end, int scene, @Nullable Tile tile) {
    public double length() {
      return end - start;
    }

    /** Begin, end, scene and, where there is one, the picture's place in the sheet. */
    JsonArray drawn() {
      var json = Json.createArrayBuilder().add(millis(start)).add(millis(end)).add(scene);
      if (tile != null) {
        json.add(tile.x()).add(tile.y()).add(tile.width()).add(tile.height());
      }
      return json.build();
    }

    private static BigDecimal millis(double seconds) {
      return BigDecimal.valueOf(seconds).setScale(3, RoundingMode.HALF_UP);
    }
  }

  /** One scene, with the words that set it apart. */
  public record Part(
      int number, double start, double end, int shots, List<String> words, @Nullable Tile tile) {}

  static FilmTimeline of(MovieAnalysis film, Storyboard storyboard) {
    var shots =
        film.shots().stream()
            .map(
                shot ->
                    new Mark(
                        shot.index() + 1,
                        shot.startSeconds(),
                        shot.endSeconds(),
                        sceneOf(shot, film.scenes()),
                        storyboard.at(shot.startSeconds()).orElse(null)))
            .toList();
    var scenes = film.scenes().stream().map(scene -> part(scene, storyboard)).toList();
    // a last picture may be shown a moment longer than the film says it is
    double ends = film.shots().stream().mapToDouble(Shot::endSeconds).max().orElse(0);
    return new FilmTimeline(
        shots,
        scenes,
        Math.max(ends, film.movie().durationSeconds()),
        !film.cues().isEmpty(),
        film.movie().tracks().stream().filter(track -> track.kind() == Track.Kind.SOUND).toList());
  }

  private static Part part(Scene scene, Storyboard storyboard) {
    return new Part(
        scene.index() + 1,
        scene.startSeconds(),
        scene.endSeconds(),
        scene.lastShot() - scene.firstShot() + 1,
        scene.keywords(),
        storyboard.at(scene.startSeconds()).orElse(null));
  }

  private static int sceneOf(Shot shot, List<Scene> scenes) {
    return scenes.stream()
        .filter(s -> s.firstShot() <= shot.index() && shot.index() <= s.lastShot())
        .findFirst()
        .map(Scene::index)
        .orElse(0);
  }

  /** All shots, for {@code strip.js}. */
  public String drawn() {
    var json = Json.createArrayBuilder();
    shots.forEach(shot -> json.add(shot.drawn()));
    return json.build().toString();
  }

  /** The one that the page shows first. */
  public Optional<Mark> first() {
    return shots.stream().findFirst();
  }
}
