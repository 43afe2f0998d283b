package com.movierecap.media.evaluation;

import com.movierecap.media.TestFilms;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A film with exact truth: where its cuts lie, where one picture turns slowly into another, and
 * what only looks like a cut (flashes, explosions, fast pans, shaking hands, grain).
 */
final class EvaluationFilm {
  /**
   * @param name of the film
   * @param rate pictures a second before any are left out
   * @param variable leaves out two of seven pictures and keeps the times of the others
   * @param encoder arguments for the FFmpeg program
   * @param pace shots: 0 slow and quiet, 1 usual, 2 fast cutting of 6 to 12 pictures among others
   * @param light 1 day, 0.1 night
   * @param grain standard deviation of the noise laid over
   * @param slow share of boundaries that are dissolves, fades or wipes
   */
  record Kind(
      String name,
      String rate,
      boolean variable,
      List<String> encoder,
      int pace,
      double light,
      double grain,
      double slow) {
    double pictures() {
      String[] parts = rate.split("/");
      return Double.parseDouble(parts[0]) / (parts.length > 1 ? Double.parseDouble(parts[1]) : 1);
    }
  }

  /**
   * The truth, in pictures of the film as written.
   *
   * @param cuts first picture of each new shot after a hard cut
   * @param gradual first and last picture of each slow change, both inclusive
   */
  record Truth(int pictures, List<Integer> cuts, List<int[]> gradual) {}

  private enum Change {
    CUT,
    DISSOLVE,
    BLACK,
    WHITE,
    WIPE
  }

  private record Part(PaintedShot shot, int start, int changeFrames, Change change) {}

  private final Kind kind;
  private final int shots;
  private final Random random;
  private final List<Part> parts = new ArrayList<>();
  private final List<int[]> flashes = new ArrayList<>();
  private final List<int[]> blasts = new ArrayList<>();
  private int end;

  EvaluationFilm(Kind kind, long seed, int shots) {
    this.kind = kind;
    this.shots = shots;
    this.random = new Random(seed);
    plan();
  }

  private void plan() {
    double fps = kind.pictures();
    int palette = random.nextInt(1000);
    int at = 0;
    for (int i = 0; i < shots; i++) {
      if (random.nextInt(3) == 0) {
        palette = random.nextInt(1000);
      }
      Change change = i == 0 || random.nextDouble() >= kind.slow ? Change.CUT : slowChange();
      int changeFrames =
          change == Change.CUT
              ? 0
              : Math.max(6, (int) Math.round(fps * (0.3 + 1.7 * random.nextDouble())));
      double haste = kind.pace == 0 ? 0.5 : random.nextInt(4) == 0 ? 3 : 1;
      PaintedShot shot = new PaintedShot(random.nextLong(), palette, kind.light, haste);
      parts.add(new Part(shot, at, changeFrames, change));
      boolean quick = kind.pace == 2 && random.nextInt(3) > 0;
      // the next change must not reach into this one
      int length =
          quick
              ? 6 + random.nextInt(7)
              : (int) (fps * (1 + (kind.pace == 0 ? 7 : 3) * random.nextDouble()));
      at += changeFrames + length;
      if (!quick && random.nextInt(4) == 0) {
        flashes(at - length, at);
      } else if (!quick && random.nextInt(8) == 0) {
        int blast = (int) (fps * (0.5 + random.nextDouble()));
        int from = at - length + (int) (fps / 3);
        if (from + blast < at) {
          blasts.add(new int[] {from, from + blast});
        }
      }
    }
    end = at;
  }

  private Change slowChange() {
    int n = random.nextInt(10);
    return n < 6 ? Change.DISSOLVE : n < 8 ? Change.BLACK : n < 9 ? Change.WHITE : Change.WIPE;
  }

  /** One to four flashes of one to four pictures, well inside the shot. */
  private void flashes(int from, int to) {
    int at = from + 8 + random.nextInt(8);
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      int length = 1 + random.nextInt(4);
      if (at + length + 8 >= to) {
        return;
      }
      flashes.add(new int[] {at, at + length, 60 + random.nextInt(196)});
      at += length + 2 + random.nextInt(6);
    }
  }

  void write(Path file) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-f", "rawvideo", "-pix_fmt", "bgr24", "-s"));
    arguments.add(PaintedShot.WIDTH + "x" + PaintedShot.HEIGHT);
    arguments.addAll(List.of("-r", kind.rate, "-i", "-"));
    if (kind.variable) {
      arguments.addAll(List.of("-vf", "select=not(eq(mod(n\\,7)\\,2)+eq(mod(n\\,7)\\,5))"));
      arguments.addAll(List.of("-fps_mode", "passthrough"));
    }
    arguments.addAll(List.of("-threads", "2", "-pix_fmt", "yuv420p"));
    arguments.addAll(kind.encoder);
    arguments.add(file.toString());
    BufferedImage frame = image();
    BufferedImage other = image();
    byte[] pixels = pixels(frame);
    byte[] coming = pixels(other);
    byte[] noise = new byte[pixels.length + 65536];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) Math.round(kind.grain * random.nextGaussian());
    }
    TestFilms.makeFrom(
        out -> {
          for (int f = 0; f < end; f++) {
            picture(f, frame, pixels, other, coming);
            for (int i = 0, k = (f * 7919 * 13) & 0xFFFF;
                kind.grain > 0 && i < pixels.length;
                i++) {
              pixels[i] = (byte) clamp((pixels[i] & 0xFF) + noise[k + i]);
            }
            out.write(pixels);
          }
        },
        arguments.toArray(String[]::new));
  }

  private void picture(
      int f, BufferedImage frame, byte[] pixels, BufferedImage other, byte[] coming) {
    int now = 0;
    while (now + 1 < parts.size() && parts.get(now + 1).start <= f) {
      now++;
    }
    Part part = parts.get(now);
    double fps = kind.pictures();
    double blast = -1;
    for (int[] b : blasts) {
      blast = f >= b[0] && f < b[1] ? (f - b[0]) / (double) (b[1] - b[0]) : blast;
    }
    part.shot.draw(frame, (f - part.start) / fps, blast);
    int into = f - part.start;
    if (into < part.changeFrames) {
      Part before = parts.get(now - 1);
      before.shot.draw(other, (f - before.start) / fps, -1);
      mix(part.change, (into + 1.0) / (part.changeFrames + 1), pixels, coming);
    }
    for (int[] flash : flashes) {
      if (f >= flash[0] && f < flash[1]) {
        lighten(pixels, flash[2]);
      }
    }
  }

  /** Into {@code to} lays what is still there of {@code from}. */
  private static void mix(Change change, double share, byte[] to, byte[] from) {
    int row = 3 * PaintedShot.WIDTH;
    for (int i = 0; i < to.length; i++) {
      double a = from[i] & 0xFF;
      double b = to[i] & 0xFF;
      double mixed =
          switch (change) {
            case DISSOLVE -> a + (b - a) * share;
            case BLACK -> share < 0.5 ? a * (1 - 2.2 * share) : b * (2.2 * share - 1.2);
            case WHITE ->
                share < 0.5
                    ? a + (255 - a) * 2.2 * share
                    : b + (255 - b) * (1 - (2.2 * share - 1.2));
            case WIPE -> i % row < share * row ? b : a;
            case CUT -> b;
          };
      to[i] = (byte) clamp((int) Math.round(mixed));
    }
  }

  private static void lighten(byte[] pixels, int strength) {
    for (int i = 0; i < pixels.length; i++) {
      int v = pixels[i] & 0xFF;
      pixels[i] = (byte) clamp(v + strength * (40 + v) / 200 + strength / 3);
    }
  }

  Truth truth() {
    List<Integer> cuts = new ArrayList<>();
    List<int[]> gradual = new ArrayList<>();
    for (int i = 1; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part.change == Change.CUT) {
        cuts.add(kept(part.start));
      } else {
        gradual.add(new int[] {kept(part.start - 1), kept(part.start + part.changeFrames)});
      }
    }
    return new Truth(kept(end), cuts, gradual);
  }

  /** Pictures written before that one. */
  private int kept(int frame) {
    if (!kind.variable) {
      return frame;
    }
    int kept = 0;
    for (int n = 0; n < frame; n++) {
      kept += n % 7 == 2 || n % 7 == 5 ? 0 : 1;
    }
    return kept;
  }

  private static int clamp(int value) {
    return value < 0 ? 0 : Math.min(value, 255);
  }

  private static BufferedImage image() {
    return new BufferedImage(PaintedShot.WIDTH, PaintedShot.HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
  }

  private static byte[] pixels(BufferedImage image) {
    return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }
}
