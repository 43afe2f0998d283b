package com.movierecap.media.ffmpeg;

import com.movierecap.media.FilmContainer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A copy, in a container, of a film of pictures alone. Such pictures do not tell when they are
 * shown, and are not stored in the order in which they are: times are counted from the pace that
 * the film tells of itself, or 25 a second.
 */
public final class BareFilm {
  private static final String COUNTED = "setts=dts=N*DURATION:pts=NOPTS,dts2pts";

  /** The first picture is shown later, too, where others are: FFmpeg notices behind it. */
  private static final String FIRST_AS_OTHERS =
      "setts=pts=PTS+eq(N\\,0)*eq(PTS\\,DTS)*gt(NEXT_PTS\\,1.5*NEXT_DTS-0.5*DTS)*(NEXT_DTS-DTS)";

  private BareFilm() {}

  /**
   * Copies the pictures.
   *
   * @param folder for the copy
   */
  public static Path copy(FilmProbe film, Path folder) {
    Path copy = folder.resolve("bare.mkv");
    FfmpegInput bare = new FfmpegInput(film.file(), film.container().demuxer());
    if (film.container() != FilmContainer.MPEG_VIDEO) {
      write(bare, COUNTED, "matroska", copy);
      return copy;
    }
    // of MPEG-1 FFmpeg takes the first four pictures for stored as they are shown, from AVI one
    Path counted = folder.resolve("bare.avi");
    write(bare, "null", "avi", counted);
    FfmpegInput timed = new FfmpegInput(counted, "avi", "-fflags", "+genpts", "-copyts");
    write(timed, FIRST_AS_OTHERS, "matroska", copy);
    counted.toFile().delete();
    return copy;
  }

  private static void write(FfmpegInput from, String filter, String muxer, Path to) {
    List<String> arguments = new ArrayList<>(from.arguments());
    arguments.addAll(List.of("-map", "0:v:0", "-c", "copy", "-copyinkf:v", "-bsf:v", filter));
    arguments.addAll(List.of("-f", muxer, to.toString()));
    FfmpegProgram.run(arguments);
  }
}
