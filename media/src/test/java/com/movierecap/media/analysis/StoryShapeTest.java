package com.movierecap.media.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.media.Scene;
import com.movierecap.media.TimeRange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryShapeTest {
  @Test
  void shotAndReverseShotAreOneScene() {
    // four places; within each two views alternate
    int[] views = {0, 1, 0, 1, 0, 1, 10, 11, 10, 11, 20, 21, 20, 21, 20, 30, 31, 30, 31};
    double[] starts = new double[views.length + 1];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = 3.0 * i;
    }
    List<Integer> ends = SceneGrouper.group(starts, (a, b) -> views[a] == views[b] ? 0.05 : 0.8);
    assertThat(ends).containsExactly(5, 9, 14, 18);
  }

  @Test
  void fiveActsCoverTheFilmAndEndWithScenes() {
    List<Scene> scenes = scenes(40, 180);
    List<TimeRange> acts = Acts.of(scenes);
    assertThat(acts).hasSize(5);
    assertThat(acts.get(0).startSeconds()).isZero();
    assertThat(acts.get(4).endSeconds()).isEqualTo(7200);
    for (int i = 1; i < 5; i++) {
      assertThat(acts.get(i).startSeconds()).isEqualTo(acts.get(i - 1).endSeconds());
      double start = acts.get(i).startSeconds();
      assertThat(scenes).anyMatch(s -> s.startSeconds() == start);
    }
    assertThat(acts.get(0).endSeconds() / 7200).isBetween(0.17, 0.23);
    assertThat(acts.get(3).endSeconds() / 7200).isBetween(0.87, 0.93);
  }

  @Test
  void aFilmOfOneSceneIsOneAct() {
    assertThat(Acts.of(scenes(1, 30))).containsExactly(new TimeRange(0, 30));
  }

  private static List<Scene> scenes(int count, double seconds) {
    List<Scene> scenes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      scenes.add(new Scene(i, i * seconds, (i + 1) * seconds, i, i, List.of()));
    }
    return scenes;
  }
}
