package com.movierecap.media.shots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BlockMatcherTest {
  private static final int W = Miniature.WIDTH;
  private static final int H = Miniature.HEIGHT;

  private final BlockMatcher matcher = new BlockMatcher();

  @Test
  void aMovedPictureIsFoundAgainAndAnotherIsNot() {
    Miniature street = picture(1, 0, 1);
    assertThat(matcher.mismatch(street, picture(1, 3, 1))).isLessThan(0.35);
    assertThat(matcher.mismatch(street, picture(2, 0, 1))).isGreaterThan(0.5);
  }

  @Test
  void stoppingEarlyDecidesAsLookingAtAllDoes() {
    int above = 0;
    int pairs = 0;
    for (int other = 0; other < 12; other++) {
      // from the same picture, moved more and more, to others; the last without any structure
      Miniature a = picture(1, 0, 1);
      Miniature b = picture(other < 8 ? 1 : other, 3 * other, other == 11 ? 0 : 1);
      double mismatch = matcher.mismatch(a, b);
      for (double limit = 0.05; limit < 1; limit += 0.1) {
        boolean expected = mismatch > limit;
        assertThat(matcher.mismatched(a, b, limit)).as("%s, %s", other, limit).isEqualTo(expected);
        above += expected ? 1 : 0;
        pairs++;
      }
    }
    assertThat(above).isBetween(pairs / 10, 9 * pairs / 10);
  }

  @Test
  void twoPlainPicturesAreStrangers() {
    Miniature plain = picture(1, 0, 0);
    assertThat(matcher.mismatch(plain, plain)).isEqualTo(1);
    assertThat(matcher.mismatched(plain, plain, 0.9)).isTrue();
  }

  /** Patches of random light, moved to the left; none where {@code contrast} is nought. */
  private static Miniature picture(long seed, int moved, double contrast) {
    int patch = 6;
    int across = W / patch + 20;
    int[] light = new Random(seed).ints((long) across * H, 16, 236).toArray();
    Miniature picture = new Miniature();
    for (int y = 0; y < H; y++) {
      for (int x = 0; x < W; x++) {
        int value = light[y / patch * across + (x + moved) / patch];
        picture.luma[y * W + x] = (byte) (126 + contrast * (value - 126));
      }
    }
    return picture;
  }
}
