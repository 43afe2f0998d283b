package com.movierecap.tenancy;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The tenant this thread works for. Bound for one call and put back after it, never inherited by
 * another thread: work that leaves the thread binds its tenant anew.
 */
public final class TenantContext {
  private static final ThreadLocal<UUID> CURRENT = new ThreadLocal<>();

  private TenantContext() {}

  public static Optional<UUID> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /**
   * @throws IllegalStateException where no tenant is bound: no tenant, no transaction
   */
  public static UUID required() {
    return current().orElseThrow(() -> new IllegalStateException("no tenant is bound"));
  }

  /**
   * Runs {@code work} for a tenant.
   *
   * @param tenant null for work that belongs to nobody, such as finding the tenant itself
   */
  public static <V> V call(@Nullable UUID tenant, Callable<V> work) throws Exception {
    var before = CURRENT.get();
    bind(tenant);
    try {
      return work.call();
    } finally {
      bind(before);
    }
  }

  /** As {@link #call}, for work that throws nothing checked. */
  public static void run(UUID tenant, Runnable work) {
    var before = CURRENT.get();
    bind(tenant);
    try {
      work.run();
    } finally {
      bind(before);
    }
  }

  private static void bind(@Nullable UUID tenant) {
    if (tenant == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(tenant);
    }
  }
}
