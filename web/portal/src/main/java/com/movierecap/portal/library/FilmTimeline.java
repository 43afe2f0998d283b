package com.movierecap.portal.library;

import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Scene;
import com.movierecap.media.Shot;
import com.movierecap.portal.library.Storyboard.Tile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A film as a strip: every shot as wide as it is long.
 *
 * @param pictured whether each shot shows its picture; a strip of many hundreds stays plain
 */
public record FilmTimeline(List<Mark> shots, List<Part> scenes, boolean pictured) {
  private static final int MOST_PICTURED = 160;

  /**
   * One shot.
   *
   * @param share of the film's length, as a CSS number
   * @param scene index of its scene
   */
  public record Mark(
      int number, double start, double end, String share, int scene, @Nullable Tile tile) {
    public double length() {
      return end - start;
    }

    public String tint() {
      return scene % 2 == 0 ? "even" : "odd";
    }
  }

  /** One scene, with the words that set it apart. */
  public record Part(
      int number, double start, double end, int shots, List<String> words, @Nullable Tile tile) {}

  static FilmTimeline of(MovieAnalysis film, Storyboard storyboard) {
    double whole = Math.max(film.shots().stream().mapToDouble(Shot::lengthSeconds).sum(), 0.001);
    var shots =
        film.shots().stream()
            .map(
                shot ->
                    new Mark(
                        shot.index() + 1,
                        shot.startSeconds(),
                        shot.endSeconds(),
                        String.format(Locale.ROOT, "%.4f", shot.lengthSeconds() / whole * 100),
                        sceneOf(shot, film.scenes()),
                        storyboard.at(shot.startSeconds()).orElse(null)))
            .toList();
    var scenes = film.scenes().stream().map(scene -> part(scene, storyboard)).toList();
    return new FilmTimeline(shots, scenes, shots.size() <= MOST_PICTURED);
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

  /** The one that the page shows first. */
  public Optional<Mark> first() {
    return shots.stream().findFirst();
  }
}
