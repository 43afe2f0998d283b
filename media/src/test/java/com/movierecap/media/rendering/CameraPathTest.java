package com.movierecap.media.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CameraPathTest {
  private static final double WINDOW = 0.3;

  private static double[] along(double... targets) {
    return CameraPath.along(targets, WINDOW, 0.15, 0.85, 24);
  }

  private static double[] wandering(int pictures) {
    return IntStream.range(0, pictures)
        .mapToDouble(i -> 0.5 + 0.35 * Math.sin(2 * Math.PI * i / 192.0))
        .toArray();
  }

  @Test
  void theCameraHoldsStillWhereAllThatDrawsTheEyeFits() {
    assertThat(Arrays.stream(along(0.4, 0.5, 0.45, 0.41)).distinct().toArray())
        .containsExactly(0.45);
  }

  @Test
  void theCameraNeverLeavesThePicture() {
    assertThat(along(0.02, 0.03)).containsOnly(0.15);
    assertThat(along(0.99, 0.97)).containsOnly(0.85);
  }

  @Test
  void theCameraFollowsWithoutLosingSightAndWithoutJumps() {
    double[] targets = wandering(240);
    double[] path = along(targets);
    for (int i = 0; i < path.length; i++) {
      assertThat(path[i]).isCloseTo(targets[i], within(WINDOW / 2));
      if (i > 0) {
        assertThat(path[i]).isCloseTo(path[i - 1], within(WINDOW / 24));
      }
    }
  }

  @Test
  void aSuddenMoveOfTheEyeIsFollowedSlowly() {
    double[] targets = new double[120];
    Arrays.fill(targets, 0, 60, 0.2);
    Arrays.fill(targets, 60, 120, 0.8);
    double[] path = along(targets);
    assertThat(path[0]).isCloseTo(0.2, within(0.02));
    assertThat(path[119]).isCloseTo(0.8, within(0.02));
    for (int i = 1; i < path.length; i++) {
      assertThat(path[i] - path[i - 1]).isBetween(0.0, WINDOW / 24);
    }
  }

  @Test
  void anExpressionHasTheValuesItWasMadeOf() {
    assertThat(FrameExpression.of(new double[] {0.5, 0.5, 0.5}, 0.001)).isEqualTo("0.500000");
    assertThat(FrameExpression.of(new double[] {0.1, 0.2, 0.3, 0.3, 0.3}, 0.001))
        .isEqualTo("if(lt(n,3),0.100000+0.10000000*(min(n,2)-0),0.300000)");
  }

  @Test
  void picturesAtEvenStepsAreOneTerm() {
    assertThat(FrameExpression.oneOf(java.util.List.of(4L, 6L, 8L, 20L)))
        .isEqualTo("between(n,4,8)*not(mod(n-4,2))+between(n,20,20)*not(mod(n-20,1))");
  }
}
