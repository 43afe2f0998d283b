package com.movierecap.media.rendering;

import com.movierecap.media.Cue;
import com.movierecap.media.FrameRate;
import com.movierecap.media.captions.CaptionPainter;
import com.movierecap.media.captions.CaptionTrack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * What is laid over the film's picture: burned captions and the watermark.
 *
 * @param captions null where none are burned
 * @param watermark null where there is none
 */
record Overlays(
    @Nullable CaptionTrack captions, @Nullable WatermarkPainter watermark, FrameRate rate) {

  /** Those of one cut in one shape, their pictures written into {@code work}. */
  List<Overlay> of(Cut cut, Shape shape, Path work) throws IOException {
    List<Overlay> overlays = new ArrayList<>();
    PictureSize size = shape.size();
    String name = shape.file() + "-" + cut.recapFrame();
    CaptionPainter painter = new CaptionPainter(size.width(), size.height());
    List<Cue> cues = captions == null ? List.of() : captions.cues();
    if (watermark != null) {
      int floor = cues.isEmpty() ? size.height() : painter.top();
      Path png = work.resolve(name + "-mark.png");
      overlays.add(watermark.overlay(size, floor, cut.frames(), png));
    }
    for (Cue cue : cues) {
      long first = Math.max(rate.frameAt(cue.startSeconds()), cut.recapFrame());
      long last = Math.min(rate.frameAt(cue.endSeconds()), cut.recapEnd()) - 1;
      if (first > last || cue.text().isBlank()) {
        continue;
      }
      Path png = work.resolve(name + "-caption" + overlays.size() + ".png");
      CaptionPainter.Drawn drawn = painter.draw(cue.text());
      ImageIO.write(drawn.image(), "png", png.toFile());
      overlays.add(
          new Overlay(
              png, drawn.x(), drawn.y(), first - cut.recapFrame(), last - cut.recapFrame()));
    }
    return overlays;
  }
}
