package com.movierecap.api.recap;

import com.movierecap.access.CallContext;
import com.movierecap.jobs.JobProgress;
import com.movierecap.jobs.JobProgress.Step;
import com.movierecap.json.Json;
import com.movierecap.kernel.ProblemException;
import com.movierecap.recap.RecapService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One listener's stream. News comes at once by Redis; the row itself is looked at every two
 * seconds, so that lost news, a dead Redis or an end between asking and subscribing only cost a
 * moment.
 */
final class RecapEvents {
  private final UUID recap;
  private final RecapService recaps;
  private final SseEventSink sink;
  private final Sse sse;
  private final List<AutoCloseable> open = new ArrayList<>();
  private @Nullable Step last;
  private boolean ended;

  RecapEvents(UUID recap, RecapService recaps, SseEventSink sink, Sse sse) {
    this.recap = recap;
    this.recaps = recaps;
    this.sink = sink;
    this.sse = sse;
  }

  void start(JobProgress progress, ManagedScheduledExecutorService scheduler) {
    var subscription = progress.watch(recap, step -> scheduler.execute(() -> tell(step)));
    var clock =
        scheduler.scheduleWithFixedDelay(
            CallContext.current().wrap(this::look), 0, 2, TimeUnit.SECONDS);
    synchronized (this) {
      open.add(subscription);
      open.add(() -> clock.cancel(false));
      if (ended) {
        close();
      }
    }
  }

  private void look() {
    try {
      tell(Step.of(recaps.get(recap).job()));
    } catch (ProblemException e) {
      end();
    } catch (RuntimeException e) {
      // the next look will tell
    }
  }

  private synchronized void tell(Step step) {
    if (ended) {
      return;
    }
    if (sink.isClosed()) {
      end();
      return;
    }
    if (step.equals(last)) {
      return;
    }
    if (last == null || !Objects.equals(last.stage(), step.stage())) {
      send("stage", step);
    }
    last = step;
    if (step.ends()) {
      send("done", step);
      end();
    } else {
      send("progress", step);
    }
  }

  private void send(String name, Step step) {
    sink.send(
        sse.newEventBuilder()
            .name(name)
            .mediaType(MediaType.APPLICATION_JSON_TYPE)
            .data(String.class, Json.line(step))
            .reconnectDelay(2000)
            .build());
  }

  private synchronized void end() {
    ended = true;
    sink.close();
    close();
  }

  private void close() {
    for (var each : open) {
      try {
        each.close();
      } catch (Exception e) {
        // nothing depends on it any more
      }
    }
    open.clear();
  }
}
