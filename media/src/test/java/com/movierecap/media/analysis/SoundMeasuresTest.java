package com.movierecap.media.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.movierecap.media.Sound;
import com.movierecap.media.TestFilms;
import com.movierecap.media.film.SoundBlock;
import com.movierecap.media.sound.SoundTrack;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured of the sound, against FFmpeg's ebur128 filter on the same samples. */
class SoundMeasuresTest {
  private static final double[] STEREO = {1, 1};

  @TempDir Path folder;

  @Test
  void noiseThatSwellsMeasuresAsByEbur128() {
    agrees(
        "anoisesrc=c=pink:r=48000:d=30:seed=3:a=0.9,volume=0.05+0.5*abs(sin(t/5)):eval=frame,"
            + "aformat=channel_layouts=stereo");
  }

  @Test
  void soundBeyondFullScaleMeasuresAsByEbur128() {
    agrees("aevalsrc='1.6*sin(2*PI*997*t)':s=48000:d=10,aformat=channel_layouts=stereo");
  }

  @Test
  void aToneWhosePeaksLieBetweenTheSamplesMeasuresAsByEbur128() {
    agrees(
        "aevalsrc='0.9*sin(2*PI*12000*t+PI/4)*min(t,1)+0.02*sin(2*PI*500*t)':s=48000:d=40,"
            + "aformat=channel_layouts=stereo");
  }

  @Test
  void aVoiceLikeRhythmIsSpeechAndASustainedChordIsMusic() {
    // syllables at 4 Hz with pauses between words, then a chord, then silence
    String voice =
        "aevalsrc='if(lt(t,6),lt(mod(t,1.5),1.1)*pow(sin(2*PI*2*t),2)"
            + "*(sin(2*PI*160*t)+sin(2*PI*480*t)+sin(2*PI*960*t)+sin(2*PI*1440*t))/6,"
            + "if(lt(t,12),(sin(2*PI*440*t)+sin(2*PI*554*t)+sin(2*PI*659*t))/6,0))':s=48000:d=14,"
            + "aformat=channel_layouts=stereo";
    SoundTrack track = track(pcm(voice, "anull"));
    Sound sound = track.sound(14);
    assertThat(sound).isNotNull();
    assertThat(track.spoken(0.5, 5.5)).isGreaterThan(0.7);
    assertThat(track.spoken(6.5, 11.4)).isLessThan(0.1);
    assertThat(track.spoken(13, 14)).isZero();
    assertThat(track.music(7, 12)).isGreaterThan(4 * track.music(0, 5));
    assertThat(track.music(12.5, 14)).isLessThan(track.music(7, 12) / 100);
  }

  @Test
  void hitsAreSuddenAndNoiseThatGoesOnIsNot() {
    SoundTrack hits =
        track(
            pcm(
                "anoisesrc=r=48000:d=8:seed=1:a=0.5,volume='if(lt(mod(t,1),0.08)*lt(t,4),1,0.02)'"
                    + ":eval=frame,aformat=channel_layouts=stereo",
                "anull"));
    assertThat(hits.effects(0, 4)).isGreaterThan(20 * hits.effects(4.5, 8));
  }

  private void agrees(String source) {
    Path log = folder.resolve("r128.txt");
    float[] samples = pcm(source, "ebur128=peak=true:metadata=1,ametadata=print:file=" + log);
    SoundTrack track = track(samples);
    Sound sound = track.sound(samples.length / 2 / 48_000.0);
    assertThat(sound).isNotNull();
    assertThat(sound.loudnessLufs()).isCloseTo(last(log, "lavfi.r128.I"), offset(0.1));
    assertThat(sound.rangeLu()).isCloseTo(last(log, "lavfi.r128.LRA"), offset(0.3));
    double peak = last(log, "lavfi.r128.true_peaks_ch0");
    assertThat(sound.truePeakDbtp()).isCloseTo(20 * Math.log10(peak), offset(0.2));
  }

  private static double last(Path log, String key) {
    return Arrays.stream(
            new String(TestFilms.read(log), java.nio.charset.StandardCharsets.UTF_8).split("\n"))
        .filter(line -> line.startsWith(key + "="))
        .mapToDouble(line -> Double.parseDouble(line.substring(key.length() + 1)))
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  private float[] pcm(String source, String filter) {
    Path file =
        TestFilms.make(
            "-f",
            "lavfi",
            "-i",
            source,
            "-af",
            filter,
            "-f",
            "f32le",
            folder.resolve("sound.pcm").toString());
    ByteBuffer bytes = ByteBuffer.wrap(TestFilms.read(file)).order(ByteOrder.LITTLE_ENDIAN);
    float[] samples = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(samples);
    return samples;
  }

  private static SoundTrack track(float[] samples) {
    SoundTrack track = new SoundTrack(null);
    int most = 1000;
    for (int at = 0; at < samples.length / 2; at += most) {
      int frames = Math.min(most, samples.length / 2 - at);
      float[] block = Arrays.copyOfRange(samples, 2 * at, 2 * (at + frames));
      track.add(new SoundBlock(at / 48_000.0, block, frames, STEREO));
    }
    return track;
  }
}
