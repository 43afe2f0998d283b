package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movierecap.access.CallContext;
import com.movierecap.jobs.JobKind;
import com.movierecap.jobs.JobService;
import com.movierecap.kernel.ProblemException;
import com.movierecap.tenancy.TenantDirectory;
import com.movierecap.tenancy.TenantRef;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a tenant is bound to transactions, seen from inside the server. */
@ExtendWith(ArquillianExtension.class)
class TenantBindingIT {
  @Inject private TenantDirectory tenants;
  @Inject private JobService jobs;
  @Inject private UserTransaction transaction;
  @Inject private Container container;

  /** What the container hands to its own beans only, and not to a test. */
  @ApplicationScoped
  public static class Container {
    @PersistenceContext(unitName = "recap")
    private EntityManager em;

    @Resource private ManagedExecutorService executor;

    public Long count(UUID job) {
      return em.createQuery("select count(j) from Job j where j.id = :id", Long.class)
          .setParameter("id", job)
          .getSingleResult();
    }

    /** Past EclipseLink's own lock, if it let it. */
    public Object countNatively() {
      return em.createNativeQuery("select count(*) from job").getSingleResult();
    }

    /** Ends the connection in the middle of its transaction, as a failover does. */
    public void breakTheConnection() {
      em.createQuery(
              "select function('pg_terminate_backend', function('pg_backend_pid')) from Tenant t"
                  + " where t.slug = 'acme'",
              Boolean.class)
          .getSingleResult();
    }

    public <V> Future<V> submit(Callable<V> work) {
      return executor.submit(work);
    }
  }

  /** The business in a test application of its own, which leaves all jobs to the real one. */
  @Deployment
  static WebArchive business() {
    return Business.forTest("tenant-binding.war");
  }

  @Test
  void aRowIsSeenByItsTenantOnly() throws Exception {
    var job = job("acme");
    assertThat(visible("acme", job)).isTrue();
    assertThat(visible("globex", job)).isFalse();
    // EclipseLink refuses before PostgreSQL would show no row
    assertThatThrownBy(() -> visible(null, job)).hasStackTraceContaining("tenant");
  }

  @Test
  void aJobThreadSeesNothingUntilItBindsATenantItself() throws Exception {
    var job = job("acme");
    var bare = container.submit(() -> container.count(job));
    var bound = container.submit(() -> visible("acme", job));
    var after = container.submit(() -> CallContext.tenant().isPresent());
    assertThatThrownBy(bare::get).hasStackTraceContaining("tenant");
    assertThat(bound.get()).isTrue();
    assertThat(after.get()).isFalse();
  }

  @Test
  void theThreadThatAsksIsNotInheritedByTheThreadThatWorks() throws Exception {
    var leaked =
        CallContext.in(id("acme"))
            .writing()
            .call(() -> container.submit(() -> CallContext.tenant().isPresent()).get());
    assertThat(leaked).isFalse();
  }

  @Test
  void aTransactionKeepsTheTenantItBeganWith() throws Exception {
    var acme = job("acme");
    var globex = job("globex");
    assertThatThrownBy(
            () ->
                inTransaction(
                    "acme",
                    () -> {
                      container.count(acme);
                      return CallContext.in(id("globex"))
                          .writing()
                          .call(() -> container.count(globex));
                    }))
        .hasStackTraceContaining("keeps the tenant");
  }

  @Test
  void aTransactionInsideAnotherIsItsOwnTenants() throws Exception {
    var acme = job("acme");
    var globex = job("globex");
    var seen =
        inTransaction(
            "acme",
            () -> {
              container.count(acme);
              // a transaction of its own, and another's job is none to it
              var claim = CallContext.in(id("globex")).writing().call(() -> jobs.claim(acme));
              assertThat(claim.job()).isNull();
              return container.count(acme) - container.count(globex);
            });
    assertThat(seen).isEqualTo(1);
  }

  /** More often than the pool has connections, so that each is borrowed after a break. */
  @Test
  void whateverBreaksATransactionLeavesNothingToTheNextBorrower() throws Exception {
    var acme = job("acme");
    for (int i = 0; i < 40; i++) {
      var lost = i % 10 == 9;
      assertThatThrownBy(
              () ->
                  inTransaction(
                      "acme",
                      () -> {
                        assertThat(container.count(acme)).isEqualTo(1);
                        if (lost) {
                          container.breakTheConnection();
                        }
                        throw new IllegalStateException("broken");
                      }))
          .isInstanceOf(Exception.class);
      assertThat(visible("globex", acme)).isFalse();
      assertThatThrownBy(() -> visible(null, acme)).hasStackTraceContaining("tenant");
    }
    assertThat(visible("acme", acme)).isTrue();
  }

  @Test
  void noStatementOfOnesOwnGetsPastTheDiscriminator() {
    assertThatThrownBy(() -> inTransaction("acme", container::countNatively))
        .hasStackTraceContaining("native");
  }

  @Test
  void nothingIsWrittenWithoutATenant() {
    assertThatThrownBy(() -> jobs.create(JobKind.RENDER, UUID.randomUUID()))
        .isInstanceOf(Exception.class);
  }

  @Test
  void aRequestThatReadsCanWriteNothing() throws Exception {
    var acme = id("acme");
    assertThatThrownBy(
            () ->
                CallContext.in(acme)
                    .reading()
                    .call(() -> jobs.create(JobKind.RENDER, UUID.randomUUID()).id()))
        .hasStackTraceContaining("read-only transaction");
    // nor can what it calls for another tenant, such as an operator's look at one
    assertThatThrownBy(
            () ->
                CallContext.in(acme)
                    .reading()
                    .call(
                        () ->
                            CallContext.in(id("globex"))
                                .get(() -> jobs.create(JobKind.RENDER, UUID.randomUUID()))))
        .hasStackTraceContaining("read-only transaction");
  }

  @Test
  void anothersJobCannotBeCancelled() throws Exception {
    var job = job("acme");
    assertThatThrownBy(() -> CallContext.in(id("globex")).writing().call(() -> jobs.cancel(job)))
        .isInstanceOf(ProblemException.class);
    assertThat(visible("acme", job)).isTrue();
  }

  private UUID job(String tenant) throws Exception {
    return CallContext.in(id(tenant))
        .writing()
        .call(() -> jobs.create(JobKind.RENDER, UUID.randomUUID()).id());
  }

  private boolean visible(@Nullable String tenant, UUID job) throws Exception {
    return inTransaction(tenant, () -> container.count(job)) == 1L;
  }

  private <V> V inTransaction(@Nullable String tenant, Callable<V> work) throws Exception {
    return CallContext.in(tenant == null ? null : id(tenant))
        .writing()
        .call(
            () -> {
              transaction.begin();
              try {
                return work.call();
              } finally {
                transaction.rollback();
              }
            });
  }

  private UUID id(String slug) {
    return tenants.find(slug).map(TenantRef::id).orElseThrow();
  }
}
