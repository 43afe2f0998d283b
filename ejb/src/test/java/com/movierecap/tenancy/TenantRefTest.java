package com.movierecap.tenancy;

import static com.movierecap.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.json.Json;
import com.movierecap.kernel.ProblemType;
import com.movierecap.tenancy.Tenant.Status;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TenantRefTest {
  @Test
  void onlyAnActiveTenantWorks() {
    assertThat(ref(Status.ACTIVE).mustWork()).isEqualTo(ref(Status.ACTIVE));
    assertRefused(ref(Status.SUSPENDED)::mustWork, ProblemType.TENANT_SUSPENDED);
    assertRefused(ref(Status.DELETED)::mustWork, ProblemType.TENANT_DELETED);
  }

  @Test
  void whatAllNodesRememberOfATenantIsReadAsItWas() {
    var ref =
        TenantRef.of(
            new Tenant(
                "acme", "Acme \"Studios\" 🎬", new Plan(), Instant.parse("2026-11-30T12:00:00Z")));
    assertThat(Json.parse(Json.line(ref), TenantRef.class)).isEqualTo(ref);
  }

  private static TenantRef ref(Status status) {
    return new TenantRef(new UUID(1, 2), "acme", "Acme", status);
  }
}
