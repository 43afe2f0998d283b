package com.movierecap.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegProgramTest {
  @TempDir Path folder;

  @Test
  void saysWhatWentWrongInTheProgramsOwnWords() {
    FfmpegInput missing = new FfmpegInput(folder.resolve("missing.mp4"), "mp4");
    List<String> arguments = new ArrayList<>(missing.arguments());
    arguments.addAll(List.of("-f", "null", "-"));
    assertThatThrownBy(() -> FfmpegProgram.run(arguments))
        .isInstanceOf(FfmpegException.class)
        .hasMessage("the FFmpeg program failed")
        .asString()
        .contains("No such file");
  }

  @Test
  void neverFollowsAPlaylistOutOfItsFile() throws Exception {
    Path playlist = folder.resolve("film.mp4");
    Files.writeString(
        playlist, "#EXTM3U\n#EXTINF:10,\nhttp://127.0.0.1:9/secret.ts\n#EXT-X-ENDLIST\n");
    List<String> arguments = new ArrayList<>(new FfmpegInput(playlist, "mp4").arguments());
    arguments.addAll(List.of("-f", "null", "-"));
    assertThatThrownBy(() -> FfmpegProgram.run(arguments))
        .isInstanceOf(FfmpegException.class)
        .hasMessage("the FFmpeg program failed")
        .asString()
        .contains("Invalid data");
  }

  @Test
  void theProgramDiesWhenTheWaitingThreadIsInterrupted() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread waiting =
        new Thread(
            () -> {
              try {
                FfmpegProgram.run(
                    List.of("-re", "-f", "lavfi", "-i", "testsrc=s=64x64:d=600", "-f", "null", "-"),
                    pictures -> running.countDown());
              } catch (FfmpegException e) {
                thrown.set(e);
              }
            });
    waiting.start();
    running.await();
    waiting.interrupt();
    waiting.join();
    assertThat(thrown.get()).hasMessageContaining("interrupted");
    assertThat(ProcessHandle.current().children().filter(FfmpegProgramTest::isFfmpeg)).isEmpty();
  }

  private static boolean isFfmpeg(ProcessHandle process) {
    return process.isAlive() && process.info().command().orElse("").endsWith("/ffmpeg");
  }

  @Test
  void measuresLoudnessAsTheStandardsTestToneSays() {
    // EBU Tech 3341, case 1: a stereo sine of 1 kHz at -23 dBFS reads -23 LUFS
    Path tone = folder.resolve("tone.wav");
    FfmpegProgram.run(
        List.of(
            "-f",
            "lavfi",
            "-i",
            "aevalsrc='0.0708*sin(2*PI*1000*t)|0.0708*sin(2*PI*1000*t)':d=5",
            tone.toString()));
    Loudness loudness = Loudness.of(new FfmpegInput(tone, "wav"));
    assertThat(loudness.integratedLufs()).isBetween(-23.1, -22.9);
    assertThat(loudness.truePeakDb()).isBetween(-23.2, -22.8);
  }
}
