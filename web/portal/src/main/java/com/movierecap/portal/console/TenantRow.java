package com.movierecap.portal.console;

import com.movierecap.tenancy.Tenant;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant as the console shows it. */
public record TenantRow(
    UUID id,
    String name,
    String displayName,
    String plan,
    String status,
    Instant createdAt,
    @Nullable Instant deleteAfter,
    int version) {
  static TenantRow of(Tenant tenant) {
    return new TenantRow(
        tenant.id(),
        tenant.slug(),
        tenant.displayName(),
        tenant.plan().name(),
        tenant.status().name().toLowerCase(Locale.ROOT),
        tenant.createdAt(),
        tenant.deleteAfter(),
        tenant.version());
  }

  /** Our own house, which nobody can suspend or delete. */
  public boolean isPlatform() {
    return name.equals(Tenant.PLATFORM);
  }
}
