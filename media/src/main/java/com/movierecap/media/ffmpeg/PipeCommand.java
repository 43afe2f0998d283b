package com.movierecap.media.ffmpeg;

import com.movierecap.media.FilmContainer;
import com.movierecap.media.film.SmallPicture;
import com.movierecap.media.film.SoundBlock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the FFmpeg program is told to write a film's small pictures and sound as {@link NutStream}.
 *
 * <p>All time stamps are put off by a lead, so that sound before the first picture does not fall
 * below zero, where NUT has no numbers. The lead is a whole number of the track's ticks: else
 * FFmpeg would round the time of every picture.
 */
final class PipeCommand {
  /** More than sound ever precedes pictures; MPEG-TS may be off by its buffer of some seconds. */
  private static final long SHORTEST_LEAD_SECONDS = 60;

  private static final double SEEK_MARGIN_SECONDS = 0.5;

  /** Program streams have no index: a seek lands on any picture, also between keyframes. */
  private static final double UNINDEXED_MARGIN_SECONDS = 10;

  private final FilmProbe film;
  private final boolean keysOnly;
  private final long leadSeconds;

  PipeCommand(FilmProbe film, boolean keysOnly) {
    this.film = film;
    this.keysOnly = keysOnly;
    long step = film.picture().tick().numerator();
    this.leadSeconds = (SHORTEST_LEAD_SECONDS + step - 1) / step * step;
  }

  double leadSeconds() {
    return leadSeconds;
  }

  /** The picture's time stamp in the ticks of its track. */
  long ticks(NutStream nut) {
    FilmProbe.Fraction tick = film.picture().tick();
    return nut.stamp(tick.numerator(), tick.denominator())
        - leadSeconds / tick.numerator() * tick.denominator();
  }

  /** All of the film: pictures are track 0, sound is track 1. */
  List<String> film(boolean sound) {
    List<String> options = new ArrayList<>();
    if (keysOnly) {
      // dropped before they are decoded: not every decoder can be told to skip
      options.addAll(List.of("-bsf:v", "noise=drop=not(key)"));
    }
    List<String> arguments = pictures(options);
    FilmProbe.@Nullable Sound heard = film.sound();
    if (sound && heard != null) {
      String form = "aresample=" + SoundBlock.RATE + ",aformat=sample_fmts=flt";
      if (heard.layout() != null && heard.layout().matches("[a-z0-9.]+")) {
        // a layout that changes on the way would end the run
        form += ":channel_layouts=" + heard.layout();
      }
      arguments.addAll(List.of("-map", "0:" + heard.index(), "-af", form, "-c:a", "pcm_f32le"));
    }
    arguments.addAll(List.of("-f", "nut", "pipe:1"));
    return arguments;
  }

  /** Pictures alone, from a time on the file's clock or somewhat earlier, to the film's end. */
  List<String> from(double seconds) {
    boolean indexed =
        film.container() != FilmContainer.MPEG_TS && film.container() != FilmContainer.MPEG_PS;
    double margin = indexed ? SEEK_MARGIN_SECONDS : UNINDEXED_MARGIN_SECONDS;
    List<String> arguments =
        pictures(
            List.of(
                "-noaccurate_seek",
                "-seek_timestamp",
                "1",
                "-ss",
                SourceFilm.decimal(Math.max(film.startSeconds(), seconds - margin))));
    arguments.addAll(List.of("-f", "nut", "pipe:1"));
    return arguments;
  }

  private List<String> pictures(List<String> before) {
    List<String> options = new ArrayList<>(before);
    options.addAll(
        List.of(
            "-copyts",
            "-itsoffset",
            String.valueOf(leadSeconds),
            "-threads",
            "2",
            // else damage is concealed, and a film full of it passes for a whole one
            "-err_detect",
            "explode",
            "-skip_loop_filter",
            "all"));
    List<String> arguments =
        new ArrayList<>(
            new FfmpegInput(film.file(), film.container().demuxer(), options).arguments());
    String scale =
        "scale=" + SmallPicture.WIDTH + ":" + SmallPicture.HEIGHT + ":flags=area:out_range=tv";
    arguments.addAll(
        List.of(
            "-max_error_rate",
            "1",
            "-map",
            "0:" + film.picture().index(),
            "-vf",
            scale + Colours.filters(film.picture()) + ",format=yuv420p",
            "-fps_mode",
            "passthrough",
            "-enc_time_base:v",
            "demux",
            "-c:v",
            "rawvideo"));
    return arguments;
  }

  /** Takes the planes of a raw picture apart. */
  static void unpack(NutStream nut, SmallPicture to) {
    byte[] planes = nut.data();
    System.arraycopy(planes, 0, to.luma, 0, to.luma.length);
    System.arraycopy(planes, to.luma.length, to.cb, 0, to.cb.length);
    System.arraycopy(planes, to.luma.length + to.cb.length, to.cr, 0, to.cr.length);
  }
}
