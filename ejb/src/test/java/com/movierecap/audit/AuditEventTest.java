package com.movierecap.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.access.Origin;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditEventTest {
  @Test
  void anEventIsAsExactAsItsColumn() {
    var now = Instant.parse("2026-11-30T12:00:00.123456789Z");
    var origin =
        Origin.somebody("203.0.113.7", null, "r1")
            .as(UUID.randomUUID(), UUID.randomUUID(), "op@platform.example")
            .byKey("mrk_12345678");
    var tenant = UUID.randomUUID();
    var event =
        new AuditEvent(origin, AuditAction.ROLE_CHANGED, "ada", AuditEntry.DONE, "{}", null, now);
    var entry = event.entry(tenant);
    assertThat(entry.occurredAt()).isEqualTo("2026-11-30T12:00:00.123456Z");
    assertThat(entry.actor()).isEqualTo("op@platform.example (mrk_12345678)");
    assertThat(entry.actorTenant()).isEqualTo(origin.tenant()).isNotEqualTo(tenant);
    assertThat(entry.tenant()).isEqualTo(tenant);
    assertThat(entry.done()).isTrue();
    assertThat(entry.outcome()).isEqualTo("done");
    assertThat(entry.before()).isEqualTo("{}");
    assertThat(entry.after()).isNull();
    assertThat(
            new AuditEvent(origin, AuditAction.SIGN_IN, "ada", AuditEntry.REFUSED, null, null, now)
                .entry(tenant)
                .outcome())
        .isEqualTo("refused");
  }
}
