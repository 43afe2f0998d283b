package com.movierecap.media.ffmpeg;

import com.movierecap.media.PictureShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where the shape of a film's picture changes, as broadcasts do from a programme to the next: from
 * 4:3 to 16:9, often in pictures of as many pixels. Looked for at a few places; only where they
 * differ are all keyframes looked at, since shapes change nowhere else.
 */
public final class ShapeChanges {
  private static final int PLACES = 7;
  private static final double LOOK_SECONDS = 2;

  private ShapeChanges() {}

  /**
   * @param zero where the film's own clock begins on the file's, in seconds
   * @param duration of the film, in seconds
   * @return all shapes in order; none where there is but one
   */
  public static List<PictureShape> of(FilmProbe film, double zero, double duration) {
    List<String> places = new ArrayList<>();
    for (int i = 0; i < PLACES; i++) {
      double at = zero + i * Math.max(0, duration - LOOK_SECONDS) / (PLACES - 1);
      places.add(String.format(Locale.ROOT, "%.3f%%+%.1f", Math.max(0, at), LOOK_SECONDS));
    }
    List<PictureShape> some =
        keyframes(film, zero, List.of("-read_intervals", String.join(",", places)));
    if (some.stream().allMatch(s -> s.like(some.get(0)))) {
      return List.of();
    }
    List<PictureShape> shapes = new ArrayList<>();
    for (PictureShape shape : keyframes(film, zero, List.of())) {
      if (shapes.isEmpty() || !shape.like(shapes.get(shapes.size() - 1))) {
        shapes.add(shape);
      }
    }
    return List.copyOf(shapes);
  }

  private static List<PictureShape> keyframes(FilmProbe film, double zero, List<String> options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-of",
                "csv=print_section=0",
                "-skip_frame",
                "nokey",
                "-select_streams",
                String.valueOf(film.picture().index()),
                "-show_entries",
                "frame=best_effort_timestamp_time,width,height,sample_aspect_ratio"));
    arguments.addAll(options);
    arguments.addAll(new FfmpegInput(film.file(), film.container().demuxer()).arguments());
    List<PictureShape> shapes = new ArrayList<>();
    String said;
    try {
      said = FfmpegProgram.probe(arguments);
    } catch (FfmpegException e) {
      // what is damaged was told by whoever read the film
      return List.of();
    }
    for (String line : (Iterable<String>) said.lines()::iterator) {
      String[] fields = line.split(",");
      if (fields.length >= 4 && !fields[0].equals("N/A")) {
        double seconds = Double.parseDouble(fields[0]) - zero;
        int width = Integer.parseInt(fields[1]);
        int height = Integer.parseInt(fields[2]);
        int shown = (int) Math.round(width * FilmProbe.aspect(fields[3]).value());
        shapes.add(new PictureShape(Math.max(0, seconds), shown, height));
      }
    }
    return shapes;
  }
}
