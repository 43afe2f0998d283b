package com.movierecap.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A table of db-scheduler's, and how entries come into it and out of it again. */
final class Line {
  private static final Duration HEARTBEAT = Duration.ofSeconds(2);
  private static final int MISSED_HEARTBEATS = 4;

  private final String table;
  private final CustomTask<String> task;

  Line(String table, ExecutionHandler<String> work) {
    this.table = table;
    this.task =
        Tasks.custom("job", String.class)
            .onDeadExecutionRevive()
            .execute((TaskInstance<String> entry, ExecutionContext c) -> work.execute(entry, c));
  }

  /** By which entries are added, in transactions of that data source. */
  SchedulerClient client(DataSource transactional) {
    return SchedulerClient.Builder.create(transactional, List.of(task))
        .tableName(table)
        .serializer(new Utf8())
        .enablePriority()
        .build();
  }

  static void add(SchedulerClient client, UUID tenant, UUID job, int priority, Instant now) {
    var instance =
        new TaskInstance.Builder<String>("job", job.toString())
            .data(tenant.toString())
            .priority(priority)
            .build();
    client.scheduleIfNotExists(instance, now);
  }

  SchedulerBuilder scheduler(DataSource polling, int threads) {
    return Scheduler.create(polling, List.of(task))
        .tableName(table)
        .serializer(new Utf8())
        .enablePriority()
        .threads(threads)
        // an upper limit above 1.0 would let two servers run the same job
        .pollUsingLockAndFetch(0.99, 1.0)
        .pollingInterval(Duration.ofMillis(500))
        .heartbeatInterval(HEARTBEAT)
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .shutdownMaxWait(Duration.ofSeconds(5));
  }

  /** The only data is a tenant's id: plain text, never Java serialization. */
  private static final class Utf8 implements Serializer {
    @Override
    public byte @Nullable [] serialize(@Nullable Object data) {
      return data == null ? null : data.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] bytes) {
      return bytes == null ? null : type.cast(new String(bytes, StandardCharsets.UTF_8));
    }
  }
}
