package com.movierecap.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import com.movierecap.access.AllowedTo;
import com.movierecap.access.CallContext;
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
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * db-scheduler inside the container: it adds through the transactional data source, so that a job
 * commits with the row that wants it or not at all, and polls through another one. Every entry
 * names a tenant and a job, nothing else. What takes a moment waits in a line of its own and never
 * behind films, and so does what recurs, which every node offers and one runs.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@AllowedTo(AllowedTo.OWN_WORK)
public class JobQueue {
  private static final int PROMPT_AT_ONCE = 2;
  private static final int RECURRING_AT_ONCE = 2;

  @Resource(lookup = "jdbc/recap")
  private DataSource transactional;

  @Resource(lookup = "jdbc/operator")
  private DataSource operators;

  @Resource(lookup = "jdbc/queue")
  private DataSource polling;

  @Resource(lookup = "concurrent/jobs")
  private ManagedExecutorService executor;

  @Resource private ManagedThreadFactory threads;

  @Inject private Instance<JobRunner> runner;
  @Inject @Any private Instance<RecurringJob> recurringJobs;

  @Inject
  @ConfigProperty(name = "jobs.at.once")
  private int atOnce;

  @Inject private Clock clock;
  private final SchedulerTable slow =
      SchedulerTable.ofJobs("scheduled_tasks", (entry, context) -> run(entry));
  private final SchedulerTable prompt =
      SchedulerTable.ofJobs("scheduled_mails", (entry, context) -> run(entry));
  private final List<Scheduler> schedulers = new ArrayList<>();
  private SchedulerClient slowClient;
  private SchedulerClient promptClient;
  private SchedulerClient operatorsClient;

  @PostConstruct
  void start() {
    slowClient = slow.client(transactional);
    promptClient = prompt.client(transactional);
    operatorsClient = prompt.client(operators);
    schedulers.add(scheduler(recurring(), RECURRING_AT_ONCE));
    if (atOnce > 0) {
      schedulers.add(scheduler(slow, atOnce));
      schedulers.add(scheduler(prompt, PROMPT_AT_ONCE));
    }
    schedulers.forEach(Scheduler::start);
  }

  private SchedulerTable recurring() {
    var tasks =
        recurringJobs.stream()
            .map(
                job ->
                    Tasks.recurring(job.name(), Schedules.parseSchedule(job.schedule()))
                        .execute((entry, context) -> job.run()))
            .toList();
    return SchedulerTable.ofRecurring("scheduled_recurring", tasks);
  }

  private Scheduler scheduler(SchedulerTable table, int most) {
    return table
        .scheduler(polling, most)
        .executorService(new ContainerExecutor(executor))
        .dueExecutor(Executors.newSingleThreadExecutor(threads))
        .housekeeperExecutor(Executors.newScheduledThreadPool(3, threads))
        .build();
  }

  @PreDestroy
  void stop() {
    schedulers.forEach(Scheduler::stop);
  }

  /**
   * Adds a job of the bound tenant to the queue, in the caller's transaction.
   *
   * @param waiting how many jobs the tenant has waiting: the more, the later this one's turn among
   *     other tenants' jobs
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void add(Job job, long waiting) {
    SchedulerTable.add(
        job.kind().isPrompt() ? promptClient : slowClient,
        CallContext.requiredTenant(),
        job.id(),
        (int) -Math.min(waiting, Short.MAX_VALUE),
        Instant.now(clock));
  }

  /** As {@link #add}, of what takes a moment, in an operator's transaction and for any tenant. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void addPrompt(UUID tenant, UUID job) {
    SchedulerTable.add(operatorsClient, tenant, job, 0, Instant.now(clock));
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
}
