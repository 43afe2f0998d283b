package com.movierecap.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.tenancy.Tenant.Status;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
  private static final Duration GRACE = Duration.ofDays(30);

  private final Tenant tenant = new Tenant("acme", "Acme Studios", new Plan(), NOW);

  @Test
  void beginsActive() {
    assertThat(tenant.status()).isEqualTo(Status.ACTIVE);
    assertThat(tenant.deleteAfter()).isNull();
  }

  @Test
  void whoeverLookedAtAnotherVersionChangesNothing() {
    tenant.mustBeAt(null);
    tenant.mustBeAt(tenant.version());
    assertRefused(() -> tenant.mustBeAt(tenant.version() + 1), ProblemType.PRECONDITION_FAILED);
  }

  @Test
  void aSuspendedOneIsResumed() {
    tenant.suspend();
    assertThat(tenant.status()).isEqualTo(Status.SUSPENDED);
    tenant.resume();
    assertThat(tenant.status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void aDeletedOneIsPurgedAfterItsGrace() {
    tenant.delete(NOW, GRACE);
    assertThat(tenant.status()).isEqualTo(Status.DELETED);
    assertThat(tenant.deleteAfter()).isEqualTo(NOW.plus(GRACE));
    // asked again, it does not begin anew
    tenant.delete(NOW.plusSeconds(60), GRACE);
    assertThat(tenant.deleteAfter()).isEqualTo(NOW.plus(GRACE));
  }

  @Test
  void aRestoredOneComesBackActive() {
    tenant.delete(NOW, GRACE);
    tenant.restore();
    assertThat(tenant.status()).isEqualTo(Status.ACTIVE);
    assertThat(tenant.deleteAfter()).isNull();
  }

  @Test
  void aSuspendedOneThatWasDeletedComesBackSuspended() {
    tenant.suspend();
    tenant.delete(NOW, GRACE);
    tenant.delete(NOW, GRACE);
    tenant.restore();
    assertThat(tenant.status()).isEqualTo(Status.SUSPENDED);
    // and what was once is not remembered for ever
    tenant.resume();
    tenant.delete(NOW, GRACE);
    tenant.restore();
    assertThat(tenant.status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void nothingIsDoneWithADeletedOneButRestoringIt() {
    tenant.delete(NOW, GRACE);
    assertRefused(tenant::suspend, ProblemType.TENANT_DELETED);
    assertRefused(tenant::resume, ProblemType.TENANT_DELETED);
    tenant.restore();
    assertRefused(tenant::restore, ProblemType.CONFLICT);
  }

  @Test
  void thePlatformStaysAsItIs() {
    var platform = new Tenant(Tenant.PLATFORM, "Platform", new Plan(), NOW);
    assertRefused(platform::suspend, ProblemType.INVALID_REQUEST);
    assertRefused(() -> platform.delete(NOW, GRACE), ProblemType.INVALID_REQUEST);
    assertRefused(() -> platform.rename("other"), ProblemType.INVALID_REQUEST);
    assertRefused(() -> platform.subscribe(new Plan()), ProblemType.INVALID_REQUEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "a-", "A", "a.b", "a b", "ä", "a/b", "a\n"})
  void aNameIsALabelOfAHostName(String name) {
    assertRefused(() -> tenant.rename(name), ProblemType.INVALID_REQUEST);
    assertThat(tenant.slug()).isEqualTo("acme");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "7", "a-1", "0-0"})
  void labelsAreTaken(String name) {
    tenant.rename(name);
    assertThat(tenant.slug()).isEqualTo(name);
  }

  @Test
  void aNameOf63CharactersIsTakenAndOneMoreIsNot() {
    tenant.rename("a".repeat(63));
    assertRefused(() -> tenant.rename("a".repeat(64)), ProblemType.INVALID_REQUEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\u0000b", "a\nb"})
  void whatItIsCalledCanBeRead(String name) {
    assertRefused(() -> tenant.callIt(name), ProblemType.INVALID_REQUEST);
  }

  private static void assertRefused(ThrowingCallable what, ProblemType why) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.type()).isEqualTo(why));
  }
}
