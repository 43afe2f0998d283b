package com.movierecap.media.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.movierecap.media.Analyses;
import com.movierecap.media.Scene;
import com.movierecap.media.Sentence;
import com.movierecap.media.Shot;
import com.movierecap.media.Shot.Features;
import com.movierecap.media.Shot.Kind;
import com.movierecap.media.TurningPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TurningPointsTest {
  private static final double SCENE_SECONDS = 60;
  private static final Features LOUD = new Features(0.9, 0, 0, 0, 0.9, 0, 0, 0, 0, 0);

  @Test
  void withoutAnyEvidenceTheyLieWhereTheyUsuallyDo() {
    List<TurningPoint> points = points(100, Set.of(), Set.of(), List.of());
    assertThat(points).extracting(TurningPoint::kind).containsExactly(TurningPoint.Kind.values());
    double[] usual = {0.10, 0.25, 0.50, 0.75, 0.93};
    for (int i = 0; i < usual.length; i++) {
      TurningPoint p = points.get(i);
      double middle = (p.startSeconds() + p.endSeconds()) / 2;
      assertThat(middle / (100 * SCENE_SECONDS)).isCloseTo(usual[i], offset(0.02));
    }
  }

  @Test
  void theSceneNearbyThatIsLoudAndMovesIsChosen() {
    Set<Integer> stirring = Set.of(13, 28, 46, 79, 89);
    assertThat(places(points(100, stirring, Set.of(), List.of()))).containsAll(stirring);
  }

  @Test
  void theSceneNearbyInWhichMuchIsSaidIsChosen() {
    double said = 53 * SCENE_SECONDS + 10;
    List<Sentence> sentences = List.of(new Sentence(said, said + 3, "It was him all along.", 1));
    assertThat(places(points(100, Set.of(), Set.of(), sentences))).contains(53);
  }

  @Test
  void creditsAreNoClimaxHoweverLoud() {
    Set<Integer> credits = Set.of(92, 93, 94, 95, 96, 97, 98, 99);
    assertThat(places(points(100, credits, credits, List.of())))
        .doesNotContainAnyElementsOf(credits);
  }

  @Test
  void theyComeInOrderAndNeverShareAScene() {
    for (int scenes = 1; scenes < 12; scenes++) {
      List<Integer> places = places(points(scenes, Set.of(scenes - 1), Set.of(), List.of()));
      assertThat(places).isSorted().doesNotHaveDuplicates().hasSize(Math.min(5, scenes));
    }
  }

  private static List<Integer> places(List<TurningPoint> points) {
    return points.stream().map(p -> (int) (p.startSeconds() / SCENE_SECONDS)).toList();
  }

  /** Of a film of scenes of one shot each. */
  private static List<TurningPoint> points(
      int count, Set<Integer> loud, Set<Integer> credits, List<Sentence> sentences) {
    List<Scene> scenes = new ArrayList<>();
    List<Shot> shots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double start = i * SCENE_SECONDS;
      double end = start + SCENE_SECONDS;
      scenes.add(new Scene(i, start, end, i, i, List.of()));
      Shot shot = Analyses.shot(i, start, end, 25L * i, loud.contains(i) ? LOUD : Analyses.PLAIN);
      shots.add(credits.contains(i) ? Analyses.withKind(shot, Kind.CREDITS) : shot);
    }
    return TurningPoints.of(scenes, shots, sentences, (a, b) -> 0.5);
  }
}
