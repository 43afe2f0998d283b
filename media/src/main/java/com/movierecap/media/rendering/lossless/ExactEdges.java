package com.movierecap.media.rendering.lossless;

import com.movierecap.media.CutLimit;
import com.movierecap.media.FilmContainer;
import com.movierecap.media.Pick;
import com.movierecap.media.Timeline;
import com.movierecap.media.ffmpeg.CutPoint;
import com.movierecap.media.ffmpeg.FfmpegInput;
import com.movierecap.media.ffmpeg.FfmpegProgram;
import com.movierecap.media.ffmpeg.FilmProbe;
import com.movierecap.media.ffmpeg.PictureIndex;
import com.movierecap.media.ffmpeg.ProcessPool;
import com.movierecap.media.ffmpeg.Sequence;
import com.movierecap.media.ffmpeg.SourceFilm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a lossless recap whose cuts are exact: a pick's whole groups of pictures are the
 * film's own packets, and what it has of a group at its start and at its end is encoded.
 *
 * <p>Pieces of both kinds follow each other in one track. The encoder's parameter sets get a number
 * that the film's have not, and the track's head holds both, so that decoders, which are told the
 * number by every picture, need no sets between the pictures.
 */
public final class ExactEdges {
  /** So good that the joins cannot be seen. */
  private static final String QUALITY = "15";

  /** One clock for all pieces; fine enough for every frame rate. */
  private static final String TICKS = "90000";

  /** Time stamps are rounded in analyses and containers. */
  private static final double SAME_SECONDS = 0.002;

  /** What x264 calls a profile, and which pixels it may have then. */
  private record Profile(String name, Set<String> pixels) {}

  /** The second is the first with the whole range of values, as telephones have it. */
  private static final Set<String> EIGHT_BITS = Set.of("yuv420p", "yuvj420p");

  private static final Map<Integer, Profile> PROFILES =
      Map.of(
          66, new Profile("baseline", EIGHT_BITS),
          77, new Profile("main", EIGHT_BITS),
          100, new Profile("high", EIGHT_BITS),
          110, new Profile("high10", Set.of("yuv420p10le")),
          122, new Profile("high422", Set.of("yuv422p", "yuv422p10le")));

  /** They keep pictures as units with their lengths, and parameter sets in the head. */
  private static final Set<FilmContainer> CONTAINERS =
      Set.of(FilmContainer.ISO, FilmContainer.MATROSKA);

  /** Film seconds; copied from the keyframe at its start, or encoded. */
  private record Piece(double start, double end, boolean copied, Path file) {}

  private final SourceFilm film;
  private final FilmProbe.Picture picture;
  private final Timeline timeline;
  private final List<Piece> pieces = new ArrayList<>();
  private final Path work;

  private ExactEdges(
      SourceFilm film,
      FilmProbe.Picture picture,
      PictureIndex index,
      Timeline timeline,
      double end,
      Path work) {
    this.film = film;
    this.picture = picture;
    this.timeline = timeline;
    this.work = work;
    for (Pick pick : timeline.picks()) {
      divide(pick, index, end);
    }
  }

  /**
   * Encodes and copies the pieces.
   *
   * @param probe of the film, as is {@code index}
   * @param end of the film, in seconds
   * @param work folder for the pieces
   * @return null where the film's parameter sets do not permit it
   */
  public static @Nullable ExactEdges of(
      SourceFilm film, FilmProbe probe, PictureIndex index, Timeline wanted, double end, Path work)
      throws IOException {
    Path folder = Files.createDirectory(work.resolve("pieces"));
    ExactEdges edges =
        new ExactEdges(
            film, probe.picture(), index, new Timeline(exact(wanted, index, end)), end, folder);
    return edges.write() ? edges : null;
  }

  /**
   * What can already be seen to keep a film from it.
   *
   * @return null where it is H.264 of 4:2:0 or 4:2:2 and 8 or 10 bits with closed groups of
   *     pictures, not mirrored, in MP4, MOV or Matroska
   */
  public static @Nullable CutLimit limit(FilmProbe film, PictureIndex index) {
    FilmProbe.Picture picture = film.picture();
    if (!picture.codec().equals("h264")) {
      return CutLimit.CODEC;
    } else if (!CONTAINERS.contains(film.container())) {
      return CutLimit.CONTAINER;
    } else if (PROFILES.values().stream().noneMatch(p -> p.pixels().contains(picture.pixels()))) {
      return CutLimit.PIXELS;
    } else if (picture.orientation().isMirrored()) {
      return CutLimit.MIRRORED;
    }
    boolean open = index.points().stream().anyMatch(p -> !isClosed(p));
    return open ? CutLimit.OPEN_GROUPS : null;
  }

  private static boolean isClosed(CutPoint point) {
    return point.in() - point.out() < SAME_SECONDS;
  }

  /** The picks from picture to picture; what touches has become one. */
  private static List<Pick> exact(Timeline wanted, PictureIndex index, double filmEnd) {
    List<Pick> exact = new ArrayList<>();
    for (Pick pick : wanted.picks()) {
      double start = index.nearest(pick.startSeconds());
      double last = index.seconds()[index.seconds().length - 1];
      double end =
          pick.endSeconds() > (last + filmEnd) / 2 ? filmEnd : index.nearest(pick.endSeconds());
      @Nullable Pick before = exact.isEmpty() ? null : exact.get(exact.size() - 1);
      if (before != null && Math.abs(before.endSeconds() - start) < SAME_SECONDS) {
        Pick better = pick.score() > before.score() ? pick : before;
        exact.set(
            exact.size() - 1,
            new Pick(
                before.startSeconds(), end, better.score(), better.reasons(), pick.tailSeconds()));
      } else if (end > start) {
        exact.add(new Pick(start, end, pick.score(), pick.reasons(), pick.tailSeconds()));
      }
    }
    return exact;
  }

  private void divide(Pick pick, PictureIndex index, double filmEnd) {
    double in = Double.NaN;
    double out = Double.NaN;
    for (CutPoint point : index.points()) {
      if (point.in() > pick.startSeconds() - SAME_SECONDS && Double.isNaN(in)) {
        in = point.in();
      }
      if (point.in() < pick.endSeconds() + SAME_SECONDS) {
        out = point.in();
      }
    }
    if (pick.endSeconds() >= filmEnd - SAME_SECONDS) {
      out = pick.endSeconds();
    }
    // where there is no keyframe one of them is not a number, and neither comparison holds
    if (!(out - in > SAME_SECONDS)) {
      add(pick.startSeconds(), pick.endSeconds(), false);
      return;
    }
    add(pick.startSeconds(), in, false);
    add(in, out, true);
    add(out, pick.endSeconds(), false);
  }

  private void add(double start, double end, boolean copied) {
    if (end - start > SAME_SECONDS) {
      pieces.add(new Piece(start, end, copied, work.resolve("piece" + pieces.size() + ".mp4")));
    }
  }

  /** False where the film's parameter sets and groups of pictures do not permit it after all. */
  private boolean write() throws IOException {
    all(pieces.stream().filter(Piece::copied).toList(), this::copy);
    @Nullable AvcConfiguration films = null;
    long delay = 0;
    for (Piece piece : pieces) {
      if (piece.copied()) {
        delay = Math.max(delay, delay(piece));
        PieceFile file = PieceFile.open(piece.file());
        films = films == null ? file.configuration() : films.with(file.configuration());
        if (films == null || films.lengthBytes() != 4 || !file.beginsAfresh()) {
          return false;
        }
      }
    }
    List<String> profile = new ArrayList<>();
    if (films != null) {
      @Nullable Profile known = PROFILES.get(films.profile());
      if (known == null || !known.pixels().contains(picture.pixels())) {
        return false;
      }
      profile.addAll(List.of("-profile:v", known.name()));
    }
    int number = films == null ? 0 : films.freeNumber();
    String decoded = "setts=pts=PTS:dts=PTS-" + delay + "/" + TICKS + "/TB";
    all(
        pieces.stream().filter(p -> !p.copied()).toList(),
        piece -> encode(piece, profile, number, decoded));
    @Nullable AvcConfiguration all = films;
    for (Piece piece : pieces) {
      if (!piece.copied()) {
        AvcConfiguration edge = PieceFile.open(piece.file()).configuration();
        all = all == null ? edge : all.with(edge);
        if (all == null) {
          return false;
        }
      }
    }
    if (all != null) {
      PieceFile.open(pieces.get(0).file()).configure(all);
    }
    return true;
  }

  /** By how many ticks the piece's first picture is decoded before it is shown. */
  private static long delay(Piece piece) {
    String[] times =
        FfmpegProgram.probe(
                List.of(
                    "-read_intervals",
                    "%+#1",
                    "-show_entries",
                    "packet=pts,dts",
                    "-of",
                    "csv=p=0",
                    piece.file().toString()))
            .strip()
            .split(",");
    return Long.parseLong(times[0]) - Long.parseLong(times[1]);
  }

  private interface Arguments {
    List<String> of(Piece piece) throws IOException;
  }

  private static void all(List<Piece> wanted, Arguments arguments) {
    try (ProcessPool runs = new ProcessPool(Runtime.getRuntime().availableProcessors())) {
      List<Future<Boolean>> running = new ArrayList<>();
      for (Piece piece : wanted) {
        running.add(
            runs.start(
                () -> {
                  FfmpegProgram.run(arguments.of(piece));
                  return true;
                }));
      }
      running.forEach(ProcessPool::await);
    }
  }

  private List<String> copy(Piece piece) throws IOException {
    Path own = Files.createDirectory(work.resolve(piece.file().getFileName() + "-work"));
    PacketCopy packets =
        new PacketCopy(film, List.of(new Pick(piece.start(), piece.end(), 0, Map.of())));
    List<String> arguments = new ArrayList<>(packets.input(own).arguments());
    arguments.addAll(List.of("-map", "0:" + film.video(), "-c", "copy"));
    arguments.addAll(List.of("-bsf:v", packets.pictureFilter()));
    arguments.addAll(output(piece));
    return arguments;
  }

  /**
   * @param profile options that name it; none leave it to the encoder
   * @param number of the encoder's parameter sets
   * @param decoded filter that has pictures decoded as long before they are shown as the film's
   */
  private List<String> encode(Piece piece, List<String> profile, int number, String decoded) {
    List<String> arguments =
        new ArrayList<>(
            film.pictures(piece.start(), 0, "-noautorotate", "-threads", "1").arguments());
    // from a little before its first picture to a little before the first one after it
    String range =
        "trim=start="
            + SourceFilm.decimal(film.fileSeconds(piece.start()) - SAME_SECONDS)
            + ":end="
            + SourceFilm.decimal(film.fileSeconds(piece.end()) - SAME_SECONDS);
    arguments.addAll(List.of("-map", "0:" + film.video(), "-vf", range + ",setpts=PTS-STARTPTS"));
    arguments.addAll(List.of("-fps_mode", "passthrough", "-enc_time_base", "demux"));
    arguments.addAll(List.of("-c:v", "libx264", "-preset", "medium", "-crf", QUALITY, "-bf", "0"));
    arguments.addAll(profile);
    arguments.addAll(List.of("-pix_fmt", picture.pixels()));
    if (picture.interlaced()) {
      // which field is first every picture tells
      arguments.addAll(List.of("-flags", "+ilme+ildct"));
    }
    arguments.addAll(List.of("-x264-params", "stitchable=1:sps-id=" + number));
    arguments.addAll(List.of("-bsf:v", decoded));
    arguments.addAll(output(piece));
    return arguments;
  }

  private static List<String> output(Piece piece) {
    return List.of(
        "-map_metadata",
        "-1",
        "-video_track_timescale",
        TICKS,
        "-f",
        "mp4",
        piece.file().toString());
  }

  /** The picks as they are in the pieces. */
  public Timeline timeline() {
    return timeline;
  }

  /** The pieces one after the other. */
  public FfmpegInput input() throws IOException {
    return Sequence.of(
        pieces.stream().map(p -> new Sequence.Part(p.file(), p.end() - p.start())).toList(),
        work.resolve("pieces.ffconcat"),
        "-format_whitelist",
        "concat,mp4",
        "-auto_convert",
        "0",
        // the first piece may be an encoded one, which knows nothing of it
        "-display_rotation",
        Integer.toString(picture.orientation().degrees()));
  }
}
