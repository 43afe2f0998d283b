package com.movierecap.media.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.json.Json;
import com.movierecap.media.Accuracy;
import com.movierecap.media.Pick;
import com.movierecap.media.Progress.Stage;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.Rendering;
import com.movierecap.media.Rendering.Aspect;
import com.movierecap.media.Rendering.Captions;
import com.movierecap.media.UnusableInputException;
import com.movierecap.media.UnusableInputException.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkMessageTest {
  @Test
  void messagesAreTheLinesOfTheContract() {
    assertThat(Json.line(new WorkMessage.Advanced(Stage.RENDER, 0.42)))
        .isEqualTo("{\"event\":\"progress\",\"stage\":\"render\",\"progress\":0.42}");
    assertThat(Json.line(new WorkMessage.Done())).isEqualTo("{\"event\":\"done\"}");
    WorkMessage failed =
        WorkMessage.Failed.of(Stage.PROBE, new UnusableInputException(Reason.TRUNCATED));
    assertThat(Json.line(failed))
        .isEqualTo(
            "{\"event\":\"failed\",\"stage\":\"probe\",\"reason\":\"input\",\"code\":\"truncated\","
                + "\"detail\":\"The film breaks off: a part of the file is missing.\"}");
    assertThat(Json.parse(Json.line(failed), WorkMessage.class)).isEqualTo(failed);
  }

  @Test
  void requestsComeBackFromJsonAsTheyWere() {
    WorkRequest request =
        new WorkRequest.Render(
            "/film",
            "film.mp4",
            "/analysis.json",
            RecapRequest.story(60, Rendering.of(Aspect.TALL, Captions.BURNED)).withSpoilers(false),
            List.of(new Pick(1, 2, 0.5, Map.of("dialogue", 0.5))),
            2,
            "/out");
    String json = Json.line(request);
    assertThat(json)
        .contains("\"task\":\"render\"", "\"audio\":2", "\"film_name\":\"film.mp4\"", "\"9:16\"");
    assertThat(Json.parse(json, WorkRequest.class)).isEqualTo(request);
    WorkRequest analyse = new WorkRequest.Analyse("/film", null, Accuracy.ACCURATE, "/out");
    assertThat(Json.line(analyse)).contains("\"task\":\"analyse\"");
    assertThat(Json.parse(Json.line(analyse), WorkRequest.class)).isEqualTo(analyse);
  }
}
