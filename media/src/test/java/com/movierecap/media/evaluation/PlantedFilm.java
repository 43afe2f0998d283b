package com.movierecap.media.evaluation;

import com.movierecap.media.Cue;
import com.movierecap.media.TimeRange;
import com.movierecap.media.captions.CaptionTrack;
import com.movierecap.media.ffmpeg.FfmpegProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A film of small talk into which the shots that matter are spliced: they move more, are louder,
 * and what is said in them is about one thing. A few of the others move or are loud too.
 *
 * @param film MP4 of 320 x 180 pixels
 * @param subtitles WebVTT
 * @param planted the shots that matter, in order
 */
record PlantedFilm(Path film, Path subtitles, List<TimeRange> planted, double seconds) {
  private static final double SHOT_SECONDS = 5;

  private static final List<String> KEY =
      List.of(
          "The keeper hid the stolen letter inside the lighthouse.",
          "If Marlow finds the letter, he will kill the keeper.",
          "Nobody but the keeper knows the secret of the lighthouse.",
          "Marlow burned the lighthouse, but the letter survived.",
          "The letter proves that Marlow murdered the keeper.");

  private static final List<String> SMALL_TALK =
      List.of(
          "Could you pass me the salt, please?",
          "Nice weather for a walk today.",
          "I had porridge again this morning.",
          "The bus was late, as usual.",
          "My shoes are still wet.",
          "Did you water the plants?",
          "There is a sale at the bakery.",
          "I like that blue jacket.",
          "Turn left after the bridge.",
          "We should paint the fence some day.",
          "Tea or coffee?",
          "The neighbours bought a dog.",
          "I forgot my umbrella again.",
          "That chair squeaks.",
          "What time is it?",
          "She sings in a choir on Thursdays.",
          "The train to town leaves at nine.",
          "He collects stamps, I believe.",
          "It is getting cold in here.",
          "Good night, sleep well.");

  private static final List<String> PICTURES =
      List.of(
          "testsrc2=size=320x180:rate=24",
          "gradients=size=320x180:rate=24:speed=0.02:seed=%d",
          "mandelbrot=size=320x180:rate=24:start_scale=%f",
          "cellauto=size=320x180:rate=24:rule=%d:seed=7:full=1",
          "life=size=320x180:rate=24:mold=20:ratio=0.3:seed=%d:life_color=#40a060:death_color=#203040");

  static PlantedFilm make(Path folder, long seed, int shots) {
    Random random = new Random(seed);
    List<Integer> keyShots = new ArrayList<>();
    for (int k = 0; k < KEY.size(); k++) {
      // one in each fifth, neither the first nor the last shot of it
      keyShots.add(k * shots / KEY.size() + 1 + random.nextInt(shots / KEY.size() - 2));
    }
    List<String> arguments = new ArrayList<>();
    List<Cue> cues = new ArrayList<>();
    List<TimeRange> planted = new ArrayList<>();
    StringBuilder join = new StringBuilder();
    for (int i = 0; i < shots; i++) {
      boolean key = keyShots.contains(i);
      boolean lively = key || random.nextInt(5) == 0;
      arguments.addAll(List.of("-f", "lavfi", "-t", "5", "-i", picture(random, i, lively)));
      arguments.addAll(List.of("-f", "lavfi", "-t", "5", "-i", sound(random, key, lively)));
      join.append('[').append(2 * i).append(":v][").append(2 * i + 1).append(":a]");
      double start = i * SHOT_SECONDS;
      if (key) {
        planted.add(new TimeRange(start, start + SHOT_SECONDS));
        cues.add(new Cue(start + 0.8, start + 4.2, KEY.get(planted.size() - 1)));
      } else if (random.nextInt(3) > 0) {
        String words = SMALL_TALK.get(random.nextInt(SMALL_TALK.size()));
        cues.add(new Cue(start + 1, start + 2 + 2 * random.nextDouble(), words));
      }
    }
    Path film = folder.resolve("planted" + seed + ".mp4");
    Path subtitles = folder.resolve("planted" + seed + ".vtt");
    join.append("concat=n=").append(shots).append(":v=1:a=1[v][a]");
    arguments.addAll(
        List.of(
            "-filter_complex", join.toString(), "-map", "[v]", "-map", "[a]", "-c:v", "libx264"));
    arguments.addAll(
        List.of("-preset", "veryfast", "-pix_fmt", "yuv420p", "-c:a", "aac", film.toString()));
    FfmpegProgram.run(arguments);
    new CaptionTrack(cues).write(subtitles);
    return new PlantedFilm(film, subtitles, planted, shots * SHOT_SECONDS);
  }

  private static String picture(Random random, int shot, boolean lively) {
    String source = PICTURES.get(shot % PICTURES.size());
    int number = 1 + random.nextInt(200);
    String filled =
        source.contains("%f")
            ? String.format(Locale.ROOT, source, 0.05 + random.nextDouble())
            : source.contains("%d") ? String.format(Locale.ROOT, source, number) : source;
    // quiet shots are one picture, and the camera sways a little
    String pace =
        lively
            ? ""
            : ",trim=start_frame=12:end_frame=13,loop=loop=-1:size=1,setpts=N/24/TB"
                + ",scale=352:198,crop=320:180:x='16+12*sin(t)':y=9";
    return String.format(
        Locale.ROOT,
        "%s%s,format=yuv420p,hue=h=%d:s=%.2f%s",
        filled,
        pace,
        random.nextInt(360),
        lively ? 1.2 : 0.7,
        shot % 2 == 0 ? ",hflip" : "");
  }

  /** A voice is a buzz whose loudness goes up and down with its syllables. */
  private static String sound(Random random, boolean key, boolean lively) {
    return String.format(
        Locale.ROOT,
        "aevalsrc='%.2f*(0.3+0.7*abs(sin(2*PI*2.1*t)))*sin(2*PI*%d*t)+0.01*random(0)':s=48000",
        key ? 0.4 : lively ? 0.3 : 0.1,
        120 + random.nextInt(100));
  }
}
