package com.movierecap.media.demo;

import com.movierecap.media.Cue;
import com.movierecap.media.Shot.Transition;
import com.movierecap.media.ffmpeg.FfmpegInput;
import com.movierecap.media.ffmpeg.FfmpegProgram;
import com.movierecap.media.ffmpeg.Loudness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * "The Lamp on Gull Rock": 72 seconds, 24 pictures a second, 17 shots in six scenes, two fades
 * through black, music, a voice and subtitles. Always the same film, made where it is needed.
 */
public final class DemoFilm {
  public static final String TITLE = "The Lamp on Gull Rock";

  private static final double LOUDNESS_LUFS = -20;

  /**
   * A shot's first picture.
   *
   * @param frame its index from zero; of a fade, the blackest picture's
   */
  public record Boundary(int frame, double seconds, Transition transition) {}

  /**
   * What is true of the film, for tests to hold the engine to.
   *
   * @param shots where each shot begins, the first at zero
   * @param scenes where each scene begins, the first at zero; a subset of {@code shots}
   * @param loudnessLufs integrated, as mixed before AAC
   */
  public record Facts(
      int width,
      int height,
      double frameRate,
      int frames,
      List<Boundary> shots,
      List<Boundary> scenes,
      List<Cue> cues,
      double loudnessLufs) {
    public double durationSeconds() {
      return frames / frameRate;
    }
  }

  private DemoFilm() {}

  /** Makes the film at the path given, for scripts. */
  public static void main(String[] arguments) {
    make(Path.of(arguments[0]));
  }

  /** Makes the film in 1280 x 720 and its subtitles beside it, named alike but {@code .srt}. */
  public static Facts make(Path mp4) {
    return make(mp4, 1);
  }

  /**
   * @param scale of the picture's sides: 0.25 is 320 x 180, made in a few seconds, with the same
   *     cuts and sound
   */
  public static Facts make(Path mp4, double scale) {
    int width = even(Painter.WIDTH * scale);
    int height = even(Painter.HEIGHT * scale);
    try {
      Path sound = Files.createTempFile("demo-film", ".f32");
      try {
        DemoSound.write(sound);
        FfmpegInput raw = rawSound(sound);
        double gain = LOUDNESS_LUFS - Loudness.of(raw).integratedLufs();
        FfmpegProgram.feed(
            arguments(raw, gain, width, height, mp4), new DemoPictures(width, height)::writeTo);
      } finally {
        Files.delete(sound);
      }
      Files.writeString(subtitles(mp4), subRip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return facts(width, height);
  }

  /** Where {@link #make} puts the subtitles of the film at {@code mp4}. */
  public static Path subtitles(Path mp4) {
    String name = String.valueOf(mp4.getFileName());
    int dot = name.lastIndexOf('.');
    return mp4.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ".srt");
  }

  private static int even(double side) {
    return 2 * (int) Math.round(side / 2);
  }

  private static FfmpegInput rawSound(Path sound) {
    return new FfmpegInput(
        sound, "f32le", "-ar", String.valueOf(DemoSound.RATE), "-ch_layout", "stereo");
  }

  private static List<String> arguments(
      FfmpegInput sound, double gain, int width, int height, Path mp4) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-f",
                "rawvideo",
                "-pixel_format",
                "bgr0",
                "-video_size",
                width + "x" + height,
                "-framerate",
                String.valueOf(DemoScript.FRAME_RATE),
                "-i",
                "pipe:0"));
    arguments.addAll(sound.arguments());
    arguments.addAll(
        List.of(
            "-map",
            "0:v",
            "-map",
            "1:a",
            "-vf",
            "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p",
            "-colorspace",
            "bt709",
            "-color_primaries",
            "bt709",
            "-color_trc",
            "bt709",
            "-c:v",
            "libx264",
            "-preset",
            "veryfast",
            "-crf",
            "21",
            "-g",
            String.valueOf(2 * DemoScript.FRAME_RATE),
            "-af",
            String.format(Locale.ROOT, "volume=%.2fdB,alimiter=limit=0.8:level=false", gain),
            "-c:a",
            "aac",
            "-b:a",
            "128k",
            "-metadata",
            "title=" + TITLE,
            "-movflags",
            "+faststart",
            "-f",
            "mp4",
            mp4.toString()));
    return arguments;
  }

  private static Facts facts(int width, int height) {
    List<Boundary> shots = new ArrayList<>();
    List<Boundary> scenes = new ArrayList<>();
    int scene = -1;
    for (DemoScript.DemoShot shot : DemoScript.SHOTS) {
      double seconds = shot.startFrame() / (double) DemoScript.FRAME_RATE;
      Boundary boundary = new Boundary(shot.startFrame(), seconds, shot.transition());
      shots.add(boundary);
      if (shot.scene() != scene) {
        scenes.add(boundary);
        scene = shot.scene();
      }
    }
    return new Facts(
        width,
        height,
        DemoScript.FRAME_RATE,
        DemoScript.FRAMES,
        List.copyOf(shots),
        List.copyOf(scenes),
        DemoScript.CUES,
        LOUDNESS_LUFS);
  }

  private static String subRip() {
    StringBuilder text = new StringBuilder();
    int number = 1;
    for (Cue cue : DemoScript.CUES) {
      text.append(number++)
          .append('\n')
          .append(subRipTime(cue.startSeconds()))
          .append(" --> ")
          .append(subRipTime(cue.endSeconds()))
          .append('\n')
          .append(cue.text())
          .append("\n\n");
    }
    return text.toString();
  }

  private static String subRipTime(double seconds) {
    long ms = Math.round(seconds * 1000);
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d,%03d",
        ms / 3_600_000,
        ms / 60_000 % 60,
        ms / 1000 % 60,
        ms % 1000);
  }
}
