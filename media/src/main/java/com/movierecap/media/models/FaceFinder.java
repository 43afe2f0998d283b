package com.movierecap.media.models;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.movierecap.media.film.SmallPicture;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds faces by BlazeFace, the network for pictures taken from some way off (256 x 256). For each
 * cell of two grids, 16 x 16 and 8 x 8, it tells some boxes relative to the cell's middle, and how
 * sure it is of each.
 *
 * @see <a href="https://arxiv.org/abs/1907.05047">Bazarevsky et al. 2019, BlazeFace</a>
 */
public final class FaceFinder implements AutoCloseable {
  private static final String NETWORK = "blazeface.onnx";
  private static final int SIDE = 256;
  private static final int[] GRIDS = {16, 8};
  private static final int[] BOXES_A_CELL = {2, 6};

  /** Four numbers of the box and two of each of six points in the face. */
  private static final int BOX_NUMBERS = 16;

  /** Below this it takes clouds and curtains for faces, small as the pictures are. */
  private static final double LEAST_SCORE = 0.65;

  /** Boxes that overlap more are of the same face. */
  private static final double SAME_FACE = 0.3;

  private final OrtSession session;
  private final float[] input = new float[SIDE * SIDE * 3];

  private FaceFinder(OrtSession session) {
    this.session = session;
  }

  public static boolean fetched() {
    return Models.fetched(NETWORK);
  }

  /**
   * @return empty where the build did not fetch the network, or it cannot be run here
   */
  public static Optional<FaceFinder> open() {
    return Models.open(NETWORK).map(FaceFinder::new);
  }

  /**
   * @param shape the film's width by its height, which the small picture has lost
   * @return the surest first
   */
  public List<Face> find(SmallPicture picture, double shape) {
    double across = Math.min(1, shape);
    double down = Math.min(1, 1 / shape);
    fill(picture, across, down);
    List<Face> found = new ArrayList<>();
    try (OnnxTensor tensor =
            OnnxTensor.createTensor(
                Models.environment(), FloatBuffer.wrap(input), new long[] {1, SIDE, SIDE, 3});
        OrtSession.Result result =
            session.run(Map.of(session.getInputNames().iterator().next(), tensor))) {
      for (int grid = 0; grid < GRIDS.length; grid++) {
        float[][][] scores = (float[][][]) result.get(grid).getValue();
        float[][][] boxes = (float[][][]) result.get(GRIDS.length + grid).getValue();
        for (int i = 0; i < scores[0].length; i++) {
          double score = 1 / (1 + Math.exp(-scores[0][i][0]));
          if (score >= LEAST_SCORE && boxes[0][i].length == BOX_NUMBERS) {
            int cell = i / BOXES_A_CELL[grid];
            double x = (cell % GRIDS[grid] + 0.5) / GRIDS[grid] + boxes[0][i][0] / SIDE;
            double y = (cell / GRIDS[grid] + 0.5) / GRIDS[grid] + boxes[0][i][1] / SIDE;
            found.add(
                new Face(
                    (x - 0.5) / across + 0.5,
                    (y - 0.5) / down + 0.5,
                    boxes[0][i][2] / SIDE / across,
                    boxes[0][i][3] / SIDE / down,
                    score));
          }
        }
      }
    } catch (OrtException e) {
      throw new IllegalStateException("looking for faces failed", e);
    }
    return onceEach(found);
  }

  private static List<Face> onceEach(List<Face> found) {
    found.sort(Comparator.comparingDouble(f -> -f.score()));
    List<Face> kept = new ArrayList<>();
    for (Face face : found) {
      if (kept.stream().noneMatch(k -> k.overlap(face) > SAME_FACE)) {
        kept.add(face);
      }
    }
    return kept;
  }

  /**
   * Lays the picture, in its film's shape, into the middle of the square; RGB from -1 to 1, from
   * BT.601 video range.
   */
  private void fill(SmallPicture from, double across, double down) {
    Arrays.fill(input, -1);
    int width = (int) Math.round(SIDE * across);
    int height = (int) Math.round(SIDE * down);
    int left = (SIDE - width) / 2;
    int top = (SIDE - height) / 2;
    Taps acrossLuma = new Taps(width, SmallPicture.WIDTH);
    Taps downLuma = new Taps(height, SmallPicture.HEIGHT);
    Taps acrossChroma = new Taps(width, SmallPicture.WIDTH / 2);
    Taps downChroma = new Taps(height, SmallPicture.HEIGHT / 2);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float luma = 1.164f * (Taps.between(from.luma, acrossLuma, x, downLuma, y) - 16);
        float u = Taps.between(from.cb, acrossChroma, x, downChroma, y) - 128;
        float v = Taps.between(from.cr, acrossChroma, x, downChroma, y) - 128;
        int at = 3 * ((top + y) * SIDE + left + x);
        input[at] = signed(luma + 1.596f * v);
        input[at + 1] = signed(luma - 0.392f * u - 0.813f * v);
        input[at + 2] = signed(luma + 2.017f * u);
      }
    }
  }

  private static float signed(float value) {
    return Math.max(0, Math.min(255, value)) / 127.5f - 1;
  }

  /** Bilinear: for each pixel along one axis its neighbours in a plane, and how near the second. */
  private static final class Taps {
    private final int length;
    private final int[] first;
    private final int[] second;
    private final float[] share;

    Taps(int pixels, int length) {
      this.length = length;
      first = new int[pixels];
      second = new int[pixels];
      share = new float[pixels];
      for (int i = 0; i < pixels; i++) {
        double place = Math.max(0, Math.min(length - 1, (i + 0.5) * length / pixels - 0.5));
        first[i] = (int) place;
        second[i] = Math.min(length - 1, first[i] + 1);
        share[i] = (float) (place - first[i]);
      }
    }

    static float between(byte[] plane, Taps across, int x, Taps down, int y) {
      int left = across.first[x];
      int right = across.second[x];
      float share = across.share[x];
      float upper = mix(plane, down.first[y] * across.length, left, right, share);
      float lower = mix(plane, down.second[y] * across.length, left, right, share);
      return upper + (lower - upper) * down.share[y];
    }

    private static float mix(byte[] plane, int line, int left, int right, float share) {
      int from = plane[line + left] & 0xFF;
      return from + ((plane[line + right] & 0xFF) - from) * share;
    }
  }

  @Override
  public void close() {
    Models.close(session);
  }
}
