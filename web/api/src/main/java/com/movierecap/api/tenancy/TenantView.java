package com.movierecap.api.tenancy;

import com.movierecap.tenancy.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as operators see it.
 *
 * @param name for host names, headers and paths
 * @param status {@code active suspended deleted}
 * @param deleteAfter when a deleted one is purged, or null
 */
public record TenantView(
    UUID id,
    String name,
    String displayName,
    String billingPlan,
    String status,
    String createdAt,
    @Nullable String deleteAfter) {

  public record Listing(List<TenantView> items, @Nullable String next) {}

  static TenantView of(Tenant tenant) {
    return new TenantView(
        tenant.id(),
        tenant.slug(),
        tenant.displayName(),
        tenant.plan().name(),
        tenant.status().name().toLowerCase(Locale.ROOT),
        tenant.createdAt().toString(),
        text(tenant.deleteAfter()));
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
