package com.movierecap.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallContextTest {
  private static final UUID ACME = UUID.randomUUID();
  private static final UUID GLOBEX = UUID.randomUUID();
  private static final Origin ADA =
      Origin.somebody("203.0.113.7", null, "1").as(UUID.randomUUID(), ACME, "ada@acme.example");

  @AfterEach
  void nothingIsLeftBehind() {
    assertThat(CallContext.tenant()).isEmpty();
    assertThat(Origin.current().roles()).containsExactly(AllowedTo.OWN_WORK);
    assertThat(CallContext.current().isReadOnly()).isFalse();
    assertThat(CallContext.current().isInService()).isFalse();
  }

  @Test
  void withoutATenantThereIsNone() {
    assertThatThrownBy(CallContext::requiredTenant).isInstanceOf(IllegalStateException.class);
    CallContext.in(ACME)
        .run(
            () ->
                CallContext.in(null)
                    .run(
                        () ->
                            assertThatThrownBy(CallContext::requiredTenant)
                                .isInstanceOf(IllegalStateException.class)));
  }

  @Test
  void whatIsMadeIsNotBoundUntilItIsOpened() {
    CallContext.in(ACME).by(ADA).reading();
    assertThat(CallContext.tenant()).isEmpty();
  }

  @Test
  void eachIsPutBackWhenTheNextIsClosed() {
    try (var outer = CallContext.in(ACME).by(ADA).open()) {
      try (var inner = CallContext.in(GLOBEX).reading().open()) {
        assertThat(CallContext.requiredTenant()).isEqualTo(GLOBEX);
        assertThat(CallContext.current().isReadOnly()).isTrue();
        assertThat(Origin.current()).isEqualTo(ADA);
      }
      assertThat(CallContext.requiredTenant()).isEqualTo(ACME);
      assertThat(CallContext.current().isReadOnly()).isFalse();
    }
  }

  @Test
  void evenAfterAnException() {
    var context = CallContext.in(ACME).by(ADA).reading();
    assertThatThrownBy(
            () ->
                context.run(
                    () -> {
                      throw new IllegalArgumentException("run");
                    }))
        .hasMessage("run");
    assertThat(CallContext.tenant()).isEmpty();
    assertThatThrownBy(
            () ->
                context.get(
                    () -> {
                      throw new IllegalArgumentException("get");
                    }))
        .hasMessage("get");
    assertThat(CallContext.tenant()).isEmpty();
    assertThatThrownBy(
            () ->
                context.call(
                    () -> {
                      throw new Exception("call");
                    }))
        .hasMessage("call");
  }

  @Test
  void whatOnlyReadsGoesOnOnlyReadingForAnotherTenant() {
    CallContext.in(ACME)
        .reading()
        .run(
            () -> {
              assertThat(CallContext.in(GLOBEX).get(() -> CallContext.current().isReadOnly()))
                  .isTrue();
              assertThat(CallContext.in(null).by(ADA).isReadOnly()).isTrue();
            });
  }

  @Test
  void oneWorkInItMayWriteAndThatOneOnly() {
    CallContext.in(ACME)
        .reading()
        .run(
            () -> {
              CallContext.in(ACME)
                  .writing()
                  .run(() -> assertThat(CallContext.current().isReadOnly()).isFalse());
              assertThat(CallContext.current().isReadOnly()).isTrue();
            });
  }

  @Test
  void whoAsksIsTheSameForAnotherTenant() {
    CallContext.in(ACME)
        .by(ADA)
        .run(
            () ->
                CallContext.in(GLOBEX)
                    .run(
                        () -> {
                          assertThat(Origin.current()).isEqualTo(ADA);
                          assertThat(Origin.current().tenant()).isEqualTo(ACME);
                        }));
  }

  @Test
  void whatHappensInsideAServiceStaysInsideIt() {
    CallContext.in(ACME)
        .inService()
        .run(
            () -> {
              assertThat(CallContext.in(GLOBEX).isInService()).isTrue();
              assertThat(CallContext.current().by(ADA).isInService()).isTrue();
              assertThat(CallContext.current().reading().isInService()).isTrue();
              assertThat(CallContext.current().writing().isInService()).isTrue();
            });
  }

  @Test
  void noThreadInheritsWhatAnotherWorksUnder() throws Exception {
    try (var bound = CallContext.in(ACME).by(ADA).open()) {
      assertThat(elsewhere(CallContext::tenant)).isEmpty();
      assertThat(elsewhere(() -> Origin.current().roles())).containsExactly(AllowedTo.OWN_WORK);
    }
  }

  @Test
  void wrappedWorkTakesTenantPersonAndReadingToItsThread() throws Exception {
    var viewer = ADA.with(Set.of(Role.VIEW));
    var seen = new AtomicReference<CallContext>();
    var work =
        CallContext.in(ACME).by(viewer).reading().wrap(() -> seen.set(CallContext.current()));
    // and keeps them, whatever its own thread is bound to then
    elsewhere(
        () -> {
          try (var bound = CallContext.in(GLOBEX).open()) {
            work.run();
            return CallContext.requiredTenant();
          }
        });
    var taken = Objects.requireNonNull(seen.get());
    assertThat(taken.origin()).isEqualTo(viewer);
    assertThat(taken.isReadOnly()).isTrue();
    assertThat(taken.get(CallContext::requiredTenant)).isEqualTo(ACME);
  }

  @Test
  void wrappedWorkIsAskedAtTheNextServiceAsAnEdgesIs() throws Exception {
    var inService = new AtomicReference<Boolean>();
    var work =
        CallContext.in(ACME)
            .by(ADA)
            .inService()
            .wrap(() -> inService.set(CallContext.current().isInService()));
    work.run();
    assertThat(inService.get()).isFalse();
    elsewhere(
        () -> {
          work.run();
          return true;
        });
    assertThat(inService.get()).isFalse();
  }

  @Test
  void aThreadThatRanWrappedWorkIsAsItWas() throws Exception {
    var work = CallContext.in(ACME).by(ADA).wrap(() -> {});
    assertThat(
            elsewhere(
                () -> {
                  work.run();
                  return CallContext.tenant();
                }))
        .isEmpty();
    var failing =
        CallContext.in(ACME)
            .wrap(
                () -> {
                  throw new IllegalArgumentException("work");
                });
    assertThat(
            elsewhere(
                () -> {
                  assertThatThrownBy(failing::run).hasMessage("work");
                  return CallContext.tenant();
                }))
        .isEmpty();
  }

  private static <V> V elsewhere(Callable<V> work) throws Exception {
    var task = new FutureTask<>(work);
    var thread = new Thread(task);
    thread.start();
    thread.join();
    return task.get();
  }
}
