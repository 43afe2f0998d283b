package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.local.LocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a crash leaves in the store goes one night; what anything stands for stays for good. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OrphanSweepIT {
  private static final Duration LONG_AGO = Duration.ofDays(8);

  private final Api api = OwnTenant.create(Api.operator()).admin();

  @Test
  void onlyOldOrphansGo() throws Exception {
    var movie = api.movie(Films.demo(), Films.subtitles());
    var recap = api.order(movie, "{\"length_seconds\":5}");
    assertThat(api.ended(recap).get("status").asText()).isEqualTo("succeeded");
    var put =
        api.put(
            "/api/movies/" + movie + "/subtitles",
            "text/plain",
            Files.readAllBytes(Films.subtitles()));
    assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
    var kept = objectsOf(movie, recap);
    assertThat(kept).hasSizeGreaterThan(6);
    var film = kept.stream().filter(f -> f.endsWith("film")).findFirst().orElseThrow();
    var ofNobody = copy(film, "../" + UUID.randomUUID() + "/film");
    var ofFormerWords = copy(film, "analysis-" + UUID.randomUUID() + ".json");
    var ofFormerRendering =
        copy(film, "../../recaps/" + recap + "/" + UUID.randomUUID() + "/recap.mp4");
    var underWay = copy(film, "../" + UUID.randomUUID() + "/film");
    for (var each : kept) {
      age(each);
    }
    for (var each : List.of(ofNobody, ofFormerWords, ofFormerRendering)) {
      age(each);
    }
    sweep();
    Await.until("the last orphan is gone", () -> Files.notExists(ofFormerRendering));
    assertThat(List.of(ofNobody, ofFormerWords, ofFormerRendering)).noneMatch(Files::exists);
    assertThat(underWay).exists();
    assertThat(kept).allMatch(Files::exists);
    assertThat(api.get("/api/movies/" + movie + "/analysis").statusCode()).isEqualTo(200);
  }

  private static List<Path> objectsOf(String movie, String recap) throws IOException {
    var all = new ArrayList<>(ObjectStore.keysContaining("/movies/" + movie + "/"));
    all.addAll(ObjectStore.keysContaining("/recaps/" + recap + "/"));
    return all;
  }

  private static Path copy(Path from, String to) throws IOException {
    var copied = from.resolveSibling(to).normalize();
    Files.createDirectories(copied.resolveSibling("."));
    return Files.copy(from, copied);
  }

  private static void age(Path object) throws IOException {
    Files.setLastModifiedTime(object, FileTime.from(Instant.now().minus(LONG_AGO)));
  }

  /** Its time has come. */
  private static void sweep() throws Exception {
    try (var superuser = TestStack.stack().connectAsSuperuser(LocalStack.DATABASE);
        var statement = superuser.createStatement()) {
      assertThat(
              statement.executeUpdate(
                  "update scheduled_recurring set execution_time = now() where task_name ="
                      + " 'orphan-sweep'"))
          .isEqualTo(1);
    }
  }
}
