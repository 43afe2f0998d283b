package com.movierecap.media.ffmpeg;

import com.movierecap.media.PictureShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where the shape or the size of a film's picture changes: broadcasts do it from a programme to the
 * next, from 4:3 to 16:9, often in pictures of as many pixels; calls that were recorded do it as
 * the line gets better; and so do clips of several cameras that were put one behind the other.
 * Looked for at a few places; only where they differ are all keyframes looked at, since shapes
 * change nowhere else.
 */
public final class ShapeChanges {
  private static final int PLACES = 7;

  /** A seek without an index lands anywhere, also between keyframes. */
  private static final double LOOK_SECONDS = 2;

  /** Else it lands on one; further packets are other tracks'. */
  private static final String LOOK_PACKETS = "%+#8";

  private ShapeChanges() {}

  /**
   * @param zero where the film's own clock begins on the file's, in seconds
   * @param duration of the film, in seconds
   * @return all shapes in order; none where there is but one
   */
  public static List<PictureShape> of(FilmProbe film, double zero, double duration) {
    boolean indexed = !film.container().canBeJoined();
    List<String> places = new ArrayList<>();
    for (int i = 0; i < PLACES; i++) {
      double at = zero + i * Math.max(0, duration - LOOK_SECONDS) / (PLACES - 1);
      String length = indexed ? LOOK_PACKETS : String.format(Locale.ROOT, "%%+%.1f", LOOK_SECONDS);
      places.add(SourceFilm.decimal(Math.max(0, at)) + length);
    }
    List<PictureShape> some =
        keyframes(film, zero, List.of("-read_intervals", String.join(",", places)));
    return some.stream().allMatch(s -> s.same(some.get(0))) ? List.of() : all(film, zero);
  }

  /** The same of a film that is known to change, or likely to. */
  public static List<PictureShape> all(FilmProbe film, double zero) {
    List<PictureShape> shapes = new ArrayList<>();
    for (PictureShape shape : keyframes(film, zero, List.of())) {
      if (shapes.isEmpty() || !shape.same(shapes.get(shapes.size() - 1))) {
        shapes.add(shape);
      }
    }
    return shapes.size() > 1 ? List.copyOf(shapes) : List.of();
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
        boolean turned = film.picture().orientation().quarterTurned();
        shapes.add(
            new PictureShape(
                Math.max(0, seconds), turned ? height : shown, turned ? shown : height));
      }
    }
    return shapes;
  }
}
