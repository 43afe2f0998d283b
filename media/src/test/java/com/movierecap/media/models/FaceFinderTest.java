package com.movierecap.media.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceFinderTest {
  private static List<Face> faces(int width, int height, double x, double y, double size) {
    assumeTrue(FaceFinder.fetched(), "npm did not give the network to this build");
    try (FaceFinder finder = FaceFinder.open().orElseThrow()) {
      return finder.find(
          PaintedFace.small(PaintedFace.picture(width, height, x, y, size)),
          width / (double) height);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1280, 720, 0.3, 0.5, 0.5",
    "1280, 720, 0.75, 0.45, 0.3",
    "1920, 800, 0.5, 0.5, 0.6",
    "720, 1280, 0.5, 0.4, 0.25",
    "640, 480, 0.4, 0.5, 0.4"
  })
  void aFaceIsFoundWhereItIsWhateverTheShapeOfTheFilm(
      int width, int height, double x, double y, double size) {
    List<Face> faces = faces(width, height, x, y, size);
    assertThat(faces).hasSize(1);
    assertThat(faces.get(0).x()).isCloseTo(x, offset(0.06));
    assertThat(faces.get(0).y()).isCloseTo(y, offset(0.12));
    assertThat(faces.get(0).height()).isCloseTo(size, offset(0.5 * size));
  }

  @Test
  void anEmptyRoomHasNone() {
    assertThat(faces(1280, 720, 0, 0, 0)).isEmpty();
  }

  @Test
  void boxesThatOverlapAreMeasuredByWhatTheyShare() {
    Face face = new Face(0.5, 0.5, 0.2, 0.2, 1);
    assertThat(face.overlap(face)).isCloseTo(1, offset(1e-9));
    assertThat(face.overlap(new Face(0.6, 0.5, 0.2, 0.2, 1))).isCloseTo(1 / 3.0, offset(1e-9));
    assertThat(face.overlap(new Face(0.9, 0.5, 0.2, 0.2, 1))).isZero();
  }
}
