package com.movierecap.media.rendering;

import com.movierecap.media.CutLimit;
import com.movierecap.media.FilmContainer;
import com.movierecap.media.FrameRate;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.MovieInfo;
import com.movierecap.media.OutputFile;
import com.movierecap.media.Progress;
import com.movierecap.media.Progress.Stage;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.Rendering.Aspect;
import com.movierecap.media.Timeline;
import com.movierecap.media.ffmpeg.FfmpegInput;
import com.movierecap.media.ffmpeg.FfmpegProgram;
import com.movierecap.media.ffmpeg.FilmProbe;
import com.movierecap.media.ffmpeg.Loudness;
import com.movierecap.media.ffmpeg.PictureIndex;
import com.movierecap.media.ffmpeg.SourceFilm;
import com.movierecap.media.rendering.lossless.ExactEdges;
import com.movierecap.media.rendering.lossless.KeyframeRanges;
import com.movierecap.media.rendering.lossless.LosslessContainer;
import com.movierecap.media.rendering.lossless.PacketCopy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A recap of the film's own packets: what is not encoded again loses nothing and takes seconds.
 *
 * <p>Where the film permits, only the edges of picks are encoded, and its cuts are exact ({@link
 * ExactEdges}). Any other can only be cut at keyframes ({@link KeyframeRanges}); its timeline, and
 * with it captions and cut lists, is the one that was written. Where groups of pictures are open,
 * the last few pictures before a keyframe cannot be decoded without it: a range that ends there
 * ends before them ({@link CutPoint}). Loudness is the film's own. There are no streams for players
 * (HLS): their segments would be as long as the film's keyframes are apart, and of one size only.
 */
final class LosslessCut {
  private final SourceFilm film;

  /** Where the film may be cut; none where that must be told by its packets alone. */
  private final List<Double> keyframes;

  private final MovieAnalysis analysis;
  private final RecapRequest request;
  private final Path out;
  private final Path work;

  /**
   * @param work folder for what is between
   */
  LosslessCut(Path film, MovieAnalysis analysis, RecapRequest request, Path out, Path work) {
    SourceFilm opened = SourceFilm.open(film, analysis.movie(), work);
    // the analysis of an AVI knows when they are decoded, which is some pictures earlier
    boolean decoded = opened.probe().container() == FilmContainer.AVI;
    this.keyframes = decoded ? List.of() : analysis.movie().keyframeSeconds();
    this.film = withPresentationTimes(opened, analysis.movie(), work);
    this.analysis = analysis;
    this.request = request;
    this.out = out;
    this.work = work;
  }

  /**
   * AVI tells when packets are decoded, not when they are shown, and program streams tell only of
   * some; where pictures are shown in another order, that must be found out first. The packets stay
   * what they are.
   */
  private static SourceFilm withPresentationTimes(SourceFilm film, MovieInfo movie, Path work) {
    boolean avi = film.probe().container() == FilmContainer.AVI;
    if (!avi && film.probe().container() != FilmContainer.MPEG_PS) {
      return film;
    }
    Path copy = work.resolve("film.mkv");
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        new FfmpegInput(film.file(), film.demuxer(), "-fflags", "+genpts", "-copyts").arguments());
    arguments.addAll(List.of("-map", "0:" + film.video(), "-c", "copy", "-copyinkf:v"));
    if (avi) {
      // the sound begins with the first picture shown; old encoders wrote two pictures in one
      // packet
      String filter = "setts=pts=PTS-STARTPTS:dts=DTS-STARTPTS";
      String before =
          switch (film.videoCodec()) {
            case "mpeg4" -> "mpeg4_unpack_bframes,";
            case "h264" -> "setts=pts=NOPTS,dts2pts,";
            default -> "";
          };
      arguments.addAll(List.of("-bsf:v", before + filter));
    }
    if (film.audio() != null) {
      arguments.addAll(List.of("-map", "0:" + film.audio()));
    }
    arguments.addAll(List.of("-f", "matroska", copy.toString()));
    FfmpegProgram.run(arguments);
    return SourceFilm.copied(copy, movie);
  }

  Rendition write(Timeline wanted, Progress progress) throws IOException {
    progress.at(Stage.RENDER, 0);
    FilmProbe probe = film.probe();
    PictureIndex index = PictureIndex.of(probe, film.zero()).at(keyframes);
    if (index.points().isEmpty() || wanted.picks().isEmpty()) {
      throw new IllegalArgumentException("there is nothing to cut");
    }
    double end = analysis.movie().durationSeconds();
    @Nullable CutLimit limit = ExactEdges.limit(probe, index);
    @Nullable ExactEdges exact =
        limit == null ? ExactEdges.of(film, probe, index, wanted, end, work) : null;
    if (limit == null && exact == null) {
      limit = CutLimit.PARAMETER_SETS;
    }
    Timeline timeline =
        exact == null
            ? new KeyframeRanges(wanted, index.points(), end, analysis.cues(), request.locked())
                .snapped()
            : exact.timeline();
    CutList list = CutList.of(timeline, analysis.movie());
    TextTracks texts = TextTracks.write(list, analysis, out, work);
    boolean track = texts.soft(request.rendering());
    LosslessContainer container = LosslessContainer.of(film);
    copy(timeline, exact, container, texts, track);
    check(timeline, index, out.resolve(container.file()));
    progress.at(Stage.RENDER, 0.5);
    FfmpegInput recap = new FfmpegInput(out.resolve(container.file()), container.demuxer());
    double loudness = film.audio() == null ? Loudness.SILENCE : Loudness.of(recap).integratedLufs();
    progress.at(Stage.RENDER, 0.7);
    pictures(recap, list);
    progress.at(Stage.RENDER, 1);
    List<OutputFile> outputs =
        List.of(
                container.file(),
                "recap.vtt",
                "chapters.vtt",
                "poster.jpg",
                "storyboard.jpg",
                "storyboard.vtt",
                Preview.NAME)
            .stream()
            .map(OutputFile::named)
            .toList();
    return new Rendition(
        timeline, timeline.lengthSeconds(), wanted.lengthSeconds(), limit, loudness, outputs);
  }

  private void copy(
      Timeline timeline,
      @Nullable ExactEdges exact,
      LosslessContainer container,
      TextTracks texts,
      boolean track)
      throws IOException {
    PacketCopy packets = new PacketCopy(film, timeline.picks());
    List<String> arguments = new ArrayList<>(packets.input(work).arguments());
    arguments.addAll(new FfmpegInput(texts.metadata(), "ffmetadata").arguments());
    boolean text = track && container == LosslessContainer.MP4;
    int inputs = 2;
    if (text) {
      arguments.addAll(new FfmpegInput(texts.vtt(), "webvtt").arguments());
      inputs++;
    }
    if (exact == null) {
      arguments.addAll(List.of("-map", "0:" + film.video(), "-bsf:v", packets.pictureFilter()));
    } else {
      arguments.addAll(exact.input().arguments());
      arguments.addAll(List.of("-map", inputs + ":v", "-bsf:v", PacketCopy.IN_ORDER));
    }
    arguments.addAll(List.of("-c", "copy"));
    if (film.audio() != null) {
      arguments.addAll(List.of("-map", "0:" + film.audio(), "-bsf:a", packets.soundFilter()));
    }
    if (text) {
      arguments.addAll(texts.track(2));
    }
    arguments.addAll(List.of("-map_metadata:g", "-1", "-map_chapters", "1"));
    if (container == LosslessContainer.MP4) {
      arguments.addAll(List.of("-movflags", "+faststart"));
      if (film.videoCodec().equals("hevc")) {
        // the only name Apple's players know it by
        arguments.addAll(List.of("-tag:v", "hvc1"));
      }
    }
    arguments.addAll(List.of("-f", container.muxer(), out.resolve(container.file()).toString()));
    FfmpegProgram.run(arguments);
  }

  /** Fewer pictures than there are in the picks would be a shorter recap than promised. */
  private static void check(Timeline timeline, PictureIndex index, Path recap) {
    long promised =
        timeline.picks().stream()
            .mapToLong(p -> index.between(p.startSeconds(), p.endSeconds()))
            .sum();
    long written = Written.pictures(recap);
    if (written < promised) {
      Promise.settle(
          promised - written, promised, timeline.picks().get(0).startSeconds(), "pictures");
    }
  }

  /** Poster, storyboard and preview, which are small and decoded from what was written. */
  private void pictures(FfmpegInput recap, CutList list) throws IOException {
    FrameRate rate = list.rate();
    PictureSize size = PictureSize.of(film.width(), film.height(), Aspect.SOURCE);
    Stills stills = new Stills(Storyboard.pictures(list), Preview.pictures(list));
    PictureSize small = Preview.size(size);
    PictureSize tile = Storyboard.tile(size.width(), size.height());
    Path tiles = work.resolve("tiles.rgb");
    Path preview = work.resolve("preview-parts.yuv");
    String graph =
        "[0:v:0]fps="
            + rate
            + ",split[a][b];[a]"
            + small(stills.tiles(), tile.width(), tile.height(), "rgb24")
            + "[tiles];[b]"
            + small(stills.preview(), small.width(), small.height(), "yuv420p")
            + "[preview]";
    List<String> arguments = new ArrayList<>(recap.arguments());
    arguments.addAll(List.of("-filter_complex", graph));
    arguments.addAll(Stills.raw("[tiles]", tiles));
    arguments.addAll(Stills.raw("[preview]", preview));
    FfmpegProgram.run(arguments);
    double seconds = list.seconds();
    Storyboard.write(List.of(tiles), size, stills.tiles().size(), seconds, out);
    Preview.write(List.of(preview), size, rate, work, out);
    Poster.write(film, rate, analysis.posterSeconds(), out);
  }

  private static String small(List<Long> pictures, int width, int height, String pixels) {
    String chosen = pictures.stream().map(n -> "eq(n," + n + ")").collect(Collectors.joining("+"));
    return "select='" + chosen + "',scale=" + width + ":" + height + ",format=" + pixels;
  }
}
