package com.movierecap.jobs;

import com.movierecap.json.Json;
import com.movierecap.redis.RedisChannels;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells whoever watches what a job is for how far it is, on whichever node they are. */
@ApplicationScoped
public class JobProgress {
  @Inject private RedisChannels channels;

  /**
   * How far something is.
   *
   * @param status {@code queued running succeeded failed cancelled}
   * @param stage null before the first
   * @param progress 0..1 within the stage
   */
  public record Step(String status, @Nullable Stage stage, double progress) {
    public static Step of(Job job) {
      return new Step(job.status().name().toLowerCase(Locale.ROOT), job.stage(), job.progress());
    }

    public boolean ends() {
      return !status.equals("queued") && !status.equals("running");
    }
  }

  void changed(@Observes JobEvent.Changed news) {
    channels.publish(topic(news.job().subjectId()), Json.line(Step.of(news.job())));
  }

  /** Hears each step until closed; runs on another thread and must not wait. */
  public RedisChannels.Subscription watch(UUID subject, Consumer<Step> listener) {
    return channels.subscribe(
        topic(subject), message -> listener.accept(Json.parse(message, Step.class)));
  }

  private static String topic(UUID subject) {
    return "progress:" + subject;
  }
}
