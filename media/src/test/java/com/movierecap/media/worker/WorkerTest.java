package com.movierecap.media.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.json.Json;
import com.movierecap.media.Cue;
import com.movierecap.media.OutputFile;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.RecapResult;
import com.movierecap.media.Rendering;
import com.movierecap.media.Rendering.Aspect;
import com.movierecap.media.Rendering.Captions;
import com.movierecap.media.rendering.MetronomeFilm;
import com.movierecap.media.worker.WorkMessage.Failed;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerTest {
  @TempDir Path folder;

  private Process start(WorkRequest request) throws IOException {
    Path file = folder.resolve("request.json");
    Json.write(file, request);
    return start(file);
  }

  private static Process start(Path file) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            Worker.class.getName(),
            file.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static List<WorkMessage> messages(Process worker) throws IOException {
    try (BufferedReader lines = worker.inputReader()) {
      return lines.lines().map(line -> Json.parse(line, WorkMessage.class)).toList();
    }
  }

  private WorkRequest.Render renderRequest(int seconds) throws IOException {
    Path film = folder.resolve("film.mp4");
    MetronomeFilm.make(film, "24/1", seconds);
    Path analysis = folder.resolve("analysis.json");
    Json.write(analysis, MetronomeFilm.analysis(24, seconds, List.of(new Cue(2, 4, "Hello"))));
    Path out = Files.createDirectories(folder.resolve("out"));
    return new WorkRequest.Render(
        film.toString(),
        "Holiday.mp4",
        analysis.toString(),
        RecapRequest.story(5, Rendering.of(Aspect.SOURCE, Captions.SOFT)),
        MetronomeFilm.timeline(1, 4, 6, seconds).picks(),
        null,
        out.toString());
  }

  @Test
  void picksMadeByHandAreRenderedAsTheyAre() throws Exception {
    WorkRequest.Render request = renderRequest(9);
    Process worker = start(request);
    List<WorkMessage> messages = messages(worker);
    assertThat(worker.waitFor()).isZero();
    assertThat(messages.get(messages.size() - 1)).isEqualTo(new WorkMessage.Done());
    assertThat(messages).hasAtLeastOneElementOfType(WorkMessage.Advanced.class);
    Path out = Path.of(request.out());
    assertThat(out.toFile().list())
        .containsExactlyInAnyOrderElementsOf(
            Json.read(out.resolve("recap.json"), RecapResult.class).outputs().stream()
                .map(OutputFile::name)
                .toList());
    RecapResult recap = Json.read(out.resolve("recap.json"), RecapResult.class);
    assertThat(recap.picks()).isEqualTo(request.picks());
    assertThat(recap.lengthSeconds()).isEqualTo(6);
    assertThat(recap.timingsSeconds()).containsOnlyKeys("probe", "analyse", "select", "render");
    assertThat(Files.readString(out.resolve("recap.edl"))).contains("FROM CLIP NAME: Holiday.mp4");
  }

  @Test
  void aFileThatIsNoFilmIsTheCustomersToMend() throws Exception {
    WorkRequest.Render request = renderRequest(7);
    Files.writeString(Path.of(request.film()), "not a film at all, but some words");
    Process worker = start(request);
    List<WorkMessage> messages = messages(worker);
    assertThat(worker.waitFor()).isEqualTo(3);
    Failed last = failure(messages);
    assertThat(last.reason()).isEqualTo(WorkMessage.Reason.INPUT);
    assertThat(last.code()).isIn("not-a-film", "playlist");
  }

  @Test
  void aRequestThatMakesNoSenseIsOurFault() throws Exception {
    Path file = folder.resolve("request.json");
    Files.writeString(file, "{\"task\":\"render\",\"film\":\"/film\",\"out\":\"/\"}");
    Process worker = start(file);
    List<WorkMessage> messages = messages(worker);
    assertThat(worker.waitFor()).isEqualTo(1);
    assertThat(failure(messages).reason()).isEqualTo(WorkMessage.Reason.PROCESSING);
  }

  private static Failed failure(List<WorkMessage> messages) {
    WorkMessage last = messages.get(messages.size() - 1);
    assertThat(last).isInstanceOf(Failed.class);
    return (Failed) last;
  }

  @Test
  void theWorkerAndItsProgramsDieWithTheirParent() throws Exception {
    Process worker = start(renderRequest(600));
    try (BufferedReader lines = worker.inputReader()) {
      // the first word from the renderer: its programs run or are about to
      String line = lines.readLine();
      while (line != null && !line.contains("render")) {
        line = lines.readLine();
      }
      worker.getOutputStream().close();
      assertThat(worker.waitFor()).isEqualTo(1);
    }
    assertThat(ProcessHandle.allProcesses().filter(this::rendersOurFilm)).isEmpty();
  }

  private boolean rendersOurFilm(ProcessHandle process) {
    return process.isAlive()
        && process.info().commandLine().orElse("").contains(folder.toString())
        && process.info().command().orElse("").endsWith("/ffmpeg");
  }
}
