package com.movierecap.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.movierecap.kernel.TenantContext;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * db-scheduler inside the container: it adds through the transactional data source, so that a job
 * commits with the row that wants it or not at all, and polls through another one. Every entry
 * names a tenant and a job, nothing else.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobQueue {
  private static final Duration HEARTBEAT = Duration.ofSeconds(2);
  private static final int MISSED_HEARTBEATS = 4;

  @Resource(lookup = "jdbc/recap")
  private DataSource transactional;

  @Resource(lookup = "jdbc/queue")
  private DataSource polling;

  @Resource(lookup = "concurrent/jobs")
  private ManagedExecutorService executor;

  @Resource private ManagedThreadFactory threads;

  @Inject private Instance<JobRunner> runner;

  @Inject
  @ConfigProperty(name = "jobs.at.once")
  private int atOnce;

  private final Clock clock = Clock.systemUTC();
  private SchedulerClient client;
  private @Nullable Scheduler scheduler;

  @PostConstruct
  void start() {
    CustomTask<String> task =
        Tasks.custom("job", String.class)
            .onDeadExecutionRevive()
            .execute((instance, context) -> run(instance));
    client =
        SchedulerClient.Builder.create(transactional, List.of(task))
            .serializer(new Utf8())
            .enablePriority()
            .build();
    if (atOnce == 0) {
      return;
    }
    scheduler =
        Scheduler.create(polling, List.of(task))
            .serializer(new Utf8())
            .enablePriority()
            .threads(atOnce)
            .executorService(new ContainerExecutor(executor))
            .dueExecutor(Executors.newSingleThreadExecutor(threads))
            .housekeeperExecutor(Executors.newScheduledThreadPool(3, threads))
            // an upper limit above 1.0 would let two servers run the same job
            .pollUsingLockAndFetch(0.99, 1.0)
            .pollingInterval(Duration.ofMillis(500))
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .shutdownMaxWait(Duration.ofSeconds(5))
            .build();
    scheduler.start();
  }

  @PreDestroy
  void stop() {
    if (scheduler != null) {
      scheduler.stop();
    }
  }

  /**
   * Adds a job of the bound tenant to the queue, in the caller's transaction.
   *
   * @param waiting how many jobs the tenant has waiting: the more, the later this one's turn among
   *     other tenants' jobs
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void add(UUID job, long waiting) {
    var instance =
        new TaskInstance.Builder<String>("job", job.toString())
            .data(TenantContext.required().toString())
            .priority((int) -Math.min(waiting, Short.MAX_VALUE))
            .build();
    client.scheduleIfNotExists(instance, Instant.now(clock));
  }

  private CompletionHandler<String> run(TaskInstance<String> entry) {
    var again = runner.get().run(UUID.fromString(entry.getData()), UUID.fromString(entry.getId()));
    return again
        .<CompletionHandler<String>>map(
            delay -> new CompletionHandler.OnCompleteReschedule<>(at(delay)))
        .orElseGet(CompletionHandler.OnCompleteRemove::new);
  }

  private Schedule at(Duration delay) {
    return FixedDelay.of(delay);
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
