package com.movierecap.media.shots;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.media.Shot.Transition;
import com.movierecap.media.film.SmallPicture;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShotDetectorTest {
  private final ShotDetector detector = new ShotDetector();
  private int pushed;

  @Test
  void findsACutWhereThePictureChanges() {
    still(1, 30);
    still(2, 30);
    still(3, 30);
    assertThat(detector.finish())
        .containsExactly(new Boundary(30, Transition.CUT), new Boundary(60, Transition.CUT));
  }

  @Test
  void aSteadyMotionIsNoCut() {
    for (int i = 0; i < 60; i++) {
      push(image(1, 3 * i, 1));
    }
    assertThat(detector.finish()).isEmpty();
  }

  @Test
  void aFlashIsNoCut() {
    still(1, 30);
    byte[] white = new byte[SmallPicture.WIDTH * SmallPicture.HEIGHT];
    java.util.Arrays.fill(white, (byte) 235);
    push(white);
    still(1, 30);
    assertThat(detector.finish()).isEmpty();
  }

  @Test
  void aFadeThroughBlackIsOneBoundaryInTheMiddleOfTheBlack() {
    still(1, 24);
    for (int i = 0; i < 12; i++) {
      push(image(1, 0, 1 - i / 11.0));
    }
    for (int i = 0; i < 11; i++) {
      push(image(1, 0, 0));
    }
    for (int i = 0; i < 12; i++) {
      push(image(2, 0, i / 11.0));
    }
    still(2, 24);
    List<Boundary> found = detector.finish();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).transition()).isEqualTo(Transition.FADE);
    assertThat(found.get(0).look()).isBetween(38, 45);
  }

  @Test
  void blackThatLastsIsAShotOfItsOwn() {
    still(1, 24);
    for (int i = 0; i < 12; i++) {
      push(image(1, 0, 1 - i / 11.0));
    }
    for (int i = 0; i < 48; i++) {
      push(image(1, 0, 0));
    }
    for (int i = 0; i < 12; i++) {
      push(image(2, 0, i / 11.0));
    }
    still(2, 24);
    List<Boundary> found = detector.finish();
    assertThat(found).hasSize(2);
    assertThat(found.get(0).look()).isBetween(33, 37);
    assertThat(found.get(1).look()).isBetween(83, 87);
  }

  @Test
  void aStarOnBlackIsNoBlack() {
    still(1, 24);
    byte[] night = image(1, 0, 0);
    for (int x = 80; x < 82; x++) {
      night[40 * SmallPicture.WIDTH + x] = (byte) 150;
      night[41 * SmallPicture.WIDTH + x] = (byte) 150;
    }
    for (int i = 0; i < 24; i++) {
      push(night);
    }
    assertThat(detector.looks()).filteredOn(FrameFeatures::black).isEmpty();
    for (int i = 0; i < 24; i++) {
      push(image(1, 0, 0));
    }
    assertThat(detector.looks()).filteredOn(FrameFeatures::black).hasSize(24);
  }

  @Test
  void aDissolveIsOneBoundaryNearItsMiddle() {
    still(1, 40);
    byte[] from = image(1, 0, 1);
    byte[] to = image(2, 0, 1);
    for (int i = 1; i < 24; i++) {
      byte[] mixed = new byte[from.length];
      for (int k = 0; k < mixed.length; k++) {
        mixed[k] = (byte) Math.round(((from[k] & 0xFF) * (24 - i) + (to[k] & 0xFF) * i) / 24.0);
      }
      push(mixed);
    }
    still(2, 40);
    List<Boundary> found = detector.finish();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).transition()).isEqualTo(Transition.DISSOLVE);
    assertThat(found.get(0).look()).isBetween(46, 58);
  }

  @Test
  void aWipeIsOneSlowBoundary() {
    still(1, 40);
    byte[] from = image(1, 0, 1);
    byte[] to = image(2, 0, 1);
    for (int i = 1; i < 24; i++) {
      byte[] wiped = from.clone();
      for (int k = 0; k < wiped.length; k++) {
        wiped[k] = k % SmallPicture.WIDTH < i * SmallPicture.WIDTH / 24 ? to[k] : from[k];
      }
      push(wiped);
    }
    still(2, 40);
    List<Boundary> found = detector.finish();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).transition()).isEqualTo(Transition.DISSOLVE);
    assertThat(found.get(0).look()).isBetween(46, 58);
  }

  @Test
  void blackAtTheBeginningIsNoBoundary() {
    for (int i = 0; i < 20; i++) {
      push(image(1, 0, 0));
    }
    for (int i = 0; i < 24; i++) {
      push(image(1, 0, i / 23.0));
    }
    still(1, 24);
    assertThat(detector.finish()).isEmpty();
  }

  @Test
  void aFilmOfOnePictureHasNoBoundary() {
    still(1, 1);
    assertThat(detector.finish()).isEmpty();
  }

  private void still(int seed, int pictures) {
    for (int i = 0; i < pictures; i++) {
      push(image(seed, 0, 1));
    }
  }

  /** Large random patches with fine detail, moved sideways and dimmed. */
  private static byte[] image(int seed, int shift, double light) {
    int[] patches = new int[400];
    int[] detail = new int[8192];
    Random random = new Random(seed);
    for (int i = 0; i < patches.length; i++) {
      patches[i] = 50 + random.nextInt(150);
    }
    for (int i = 0; i < detail.length; i++) {
      detail[i] = random.nextInt(61) - 30;
    }
    byte[] luma = new byte[SmallPicture.WIDTH * SmallPicture.HEIGHT];
    for (int y = 0; y < SmallPicture.HEIGHT; y++) {
      for (int x = 0; x < SmallPicture.WIDTH; x++) {
        int patch =
            patches[((x + shift) / 20 % 16) + 16 * (y / 10)]
                + detail[((x + shift) / 4 + 97 * (y / 3)) % detail.length];
        luma[y * SmallPicture.WIDTH + x] = (byte) Math.round(16 + (patch - 16) * light);
      }
    }
    return luma;
  }

  private void push(byte[] luma) {
    SmallPicture picture = new SmallPicture();
    System.arraycopy(luma, 0, picture.luma, 0, luma.length);
    java.util.Arrays.fill(picture.cb, (byte) 128);
    java.util.Arrays.fill(picture.cr, (byte) 128);
    picture.stamp(pushed, pushed / 24.0, false);
    pushed++;
    detector.push(picture);
  }
}
