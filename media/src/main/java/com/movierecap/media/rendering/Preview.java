package com.movierecap.media.rendering;

import com.movierecap.media.FrameRate;
import com.movierecap.media.ffmpeg.FfmpegInput;
import com.movierecap.media.ffmpeg.FfmpegProgram;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * {@code preview.webp}: a few seconds of the best picks, small and without sound, over and over.
 * WebP, since every browser moves it in an {@code img} and it is a quarter of a GIF's size with all
 * colours.
 */
final class Preview {
  static final String NAME = "preview.webp";

  private static final int WIDTH = 320;
  private static final double SECONDS = 6;
  private static final int MOST_PICKS = 4;

  /** Enough for the eye to see motion. */
  private static final double PICTURES_A_SECOND = 12;

  private Preview() {}

  static PictureSize size(PictureSize recap) {
    return recap.wide(WIDTH);
  }

  private static int step(FrameRate rate) {
    return (int) Math.max(1, Math.round(rate.perSecond() / PICTURES_A_SECOND));
  }

  /** Which pictures of the recap it shows: the middles of the picks that score best. */
  static List<Long> pictures(CutList list) {
    List<Cut> best =
        list.events().stream()
            .sorted(Comparator.comparingDouble((CutList.Event e) -> -e.pick().score()))
            .limit(MOST_PICKS)
            .map(CutList.Event::cut)
            .sorted(Comparator.comparingLong(Cut::recapFrame))
            .toList();
    int step = step(list.rate());
    List<Long> pictures = new ArrayList<>();
    for (Cut cut : best) {
      long wanted = Math.max(1, list.rate().frameAt(SECONDS / best.size()));
      long frames = Math.min(cut.frames(), wanted);
      long first = cut.recapFrame() + (cut.frames() - frames) / 2;
      for (long n = 0; n < frames; n += step) {
        pictures.add(first + n);
      }
    }
    return pictures;
  }

  /**
   * @param parts its pictures as {@code yuv420p}, in order
   */
  static void write(List<Path> parts, PictureSize recap, FrameRate rate, Path work, Path out)
      throws IOException {
    Path raw = work.resolve("preview.yuv");
    try (OutputStream to = Files.newOutputStream(raw)) {
      for (Path part : parts) {
        Files.copy(part, to);
      }
    }
    PictureSize size = size(recap);
    List<String> arguments =
        new ArrayList<>(
            new FfmpegInput(
                    raw,
                    "rawvideo",
                    "-pixel_format",
                    "yuv420p",
                    "-video_size",
                    size.width() + "x" + size.height(),
                    "-framerate",
                    rate.numerator() + "/" + (long) rate.denominator() * step(rate))
                .arguments());
    arguments.addAll(
        List.of(
            "-c:v",
            "libwebp_anim",
            "-quality",
            "55",
            "-compression_level",
            "2",
            "-loop",
            "0",
            "-f",
            "webp",
            out.resolve(NAME).toString()));
    FfmpegProgram.run(arguments);
  }
}
