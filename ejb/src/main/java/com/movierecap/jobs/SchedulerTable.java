package com.movierecap.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A table of db-scheduler's, and how entries come into it and out of it again. */
final class SchedulerTable {
  private static final Duration HEARTBEAT = Duration.ofSeconds(2);
  private static final int MISSED_HEARTBEATS = 4;

  private final String name;
  private final List<Task<?>> added;
  private final List<RecurringTask<Void>> recurring;

  private SchedulerTable(String name, List<Task<?>> added, List<RecurringTask<Void>> recurring) {
    this.name = name;
    this.added = added;
    this.recurring = recurring;
  }

  /** Of jobs, which are added one by one. */
  static SchedulerTable ofJobs(String name, ExecutionHandler<String> work) {
    var job =
        Tasks.custom("job", String.class)
            .onDeadExecutionRevive()
            .execute((TaskInstance<String> entry, ExecutionContext c) -> work.execute(entry, c));
    return new SchedulerTable(name, List.of(job), List.of());
  }

  /** Of what is there from the start and comes again by itself. */
  static SchedulerTable ofRecurring(String name, List<RecurringTask<Void>> tasks) {
    return new SchedulerTable(name, List.of(), tasks);
  }

  /** By which entries are added, in transactions of that data source. */
  SchedulerClient client(DataSource transactional) {
    return SchedulerClient.Builder.create(transactional, added)
        .tableName(name)
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
    return Scheduler.create(polling, added)
        .startTasks(recurring)
        .tableName(name)
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
