package com.movierecap.media.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.movierecap.media.Accuracy;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.Shot;
import com.movierecap.media.Sound;
import com.movierecap.media.TestFilms;
import com.movierecap.media.TimeRange;
import com.movierecap.media.models.FaceFinder;
import com.movierecap.media.models.PaintedFace;
import com.movierecap.media.models.SungVowels;
import com.movierecap.media.models.VoiceActivity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film of two shots, an empty room and a face at the left of it, in which somebody speaks. */
class FacesAndVoicesTest {
  private static final int ROOM_SECONDS = 4;
  private static final int FACE_SECONDS = 6;

  @TempDir Path folder;

  private MovieAnalysis analysis(Accuracy accuracy) throws IOException {
    Path room = folder.resolve("room.png");
    Path face = folder.resolve("face.png");
    ImageIO.write(PaintedFace.picture(640, 360, 0, 0, 0), "png", room.toFile());
    ImageIO.write(PaintedFace.picture(640, 360, 0.2, 0.5, 0.6), "png", face.toFile());
    Path film =
        TestFilms.make(
            "-loop",
            "1",
            "-framerate",
            "25",
            "-t",
            String.valueOf(ROOM_SECONDS),
            "-i",
            room.toString(),
            "-loop",
            "1",
            "-framerate",
            "25",
            "-t",
            String.valueOf(FACE_SECONDS),
            "-i",
            face.toString(),
            "-f",
            "s16le",
            "-ar",
            "16000",
            "-ac",
            "1",
            "-i",
            sound().toString(),
            "-filter_complex",
            // grain, and something that moves at the right
            "[0:v][1:v]concat=n=2,noise=alls=6:allf=t,"
                + "drawbox=x=560+30*sin(8*t):y=150+90*sin(5*t):w=24:h=24:c=white:t=fill[v]",
            "-map",
            "[v]",
            "-map",
            "2:a",
            "-c:v",
            "libx264",
            "-preset",
            "veryfast",
            "-pix_fmt",
            "yuv420p",
            "-c:a",
            "aac",
            "-ac",
            "2",
            folder.resolve("film.mp4").toString());
    return new FilmAnalyser().analyse(film, null, accuracy, (stage, done) -> {});
  }

  /** Music all the time, a voice from second 5 to second 9, as loud. */
  private Path sound() throws IOException {
    float[] samples = new float[(ROOM_SECONDS + FACE_SECONDS) * VoiceActivity.RATE];
    SungVowels.add(samples, 5 * VoiceActivity.RATE, 4 * VoiceActivity.RATE);
    ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < samples.length; i++) {
      double music = 0;
      for (double hertz : new double[] {110, 220, 277.2, 329.6}) {
        music += Math.sin(2 * Math.PI * hertz * i / VoiceActivity.RATE);
      }
      double fadedIn = Math.min(1, i / (double) VoiceActivity.RATE);
      double both = 0.3 * samples[i] + 0.04 * fadedIn * music;
      bytes.putShort((short) Math.round(32767 * Math.max(-1, Math.min(1, both))));
    }
    Path file = folder.resolve("sound.pcm");
    Files.write(file, bytes.array());
    return file;
  }

  @Test
  void theShotWithTheFaceIsKnownAndTheEyeStaysWithIt() throws IOException {
    assumeTrue(FaceFinder.fetched(), "npm did not give the network to this build");
    List<Shot> shots = analysis(Accuracy.NORMAL).shots();
    assertThat(shots).hasSize(2);
    assertThat(shots.get(0).features().faces()).isZero();
    assertThat(shots.get(1).features().faces()).isEqualTo(1);
    // what moves at the right is what the eye follows where nobody is seen
    assertThat(shots.get(0).focus()).allSatisfy(f -> assertThat(f.x()).isGreaterThan(0.7));
    assertThat(shots.get(1).focus())
        .isNotEmpty()
        .allSatisfy(f -> assertThat(f.x()).isCloseTo(0.2, offset(0.08)));
  }

  @Test
  void aVoiceIsHeardUnderMusicAsLoud() throws IOException {
    assumeTrue(VoiceActivity.fetched(), "npm did not give the network to this build");
    Sound sound = analysis(Accuracy.NORMAL).sound();
    assertThat(sound).isNotNull();
    List<TimeRange> speech = sound.speech();
    double spoken = speech.stream().mapToDouble(r -> r.endSeconds() - r.startSeconds()).sum();
    assertThat(spoken).isBetween(2.5, 4.3);
    assertThat(speech)
        .allSatisfy(r -> assertThat(r.startSeconds()).isGreaterThan(4.8))
        .allSatisfy(r -> assertThat(r.endSeconds()).isLessThan(9.3));
  }
}
