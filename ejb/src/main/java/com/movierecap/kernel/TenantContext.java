package com.movierecap.kernel;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The tenant this thread works for. Bound for one call and put back after it, never inherited by
 * another thread: work that leaves the thread binds its tenant anew.
 */
public final class TenantContext {
  private static final Binding NOBODY = new Binding(null, false);

  private record Binding(@Nullable UUID tenant, boolean reading) {}

  private static final ThreadLocal<Binding> CURRENT = ThreadLocal.withInitial(() -> NOBODY);

  private TenantContext() {}

  public static Optional<UUID> current() {
    return Optional.ofNullable(CURRENT.get().tenant());
  }

  /**
   * @throws IllegalStateException where no tenant is bound: no tenant, no transaction
   */
  public static UUID required() {
    return current().orElseThrow(() -> new IllegalStateException("no tenant is bound"));
  }

  /** Whether this thread's transactions may change nothing. */
  static boolean isReading() {
    return CURRENT.get().reading();
  }

  /**
   * Runs {@code work} for a tenant.
   *
   * @param tenant null for work that belongs to nobody, such as finding the tenant itself
   */
  public static <V> V call(@Nullable UUID tenant, Callable<V> work) throws Exception {
    return call(new Binding(tenant, false), work);
  }

  /** As {@link #call}; PostgreSQL refuses whatever the work tries to write. */
  public static <V> V read(@Nullable UUID tenant, Callable<V> work) throws Exception {
    return call(new Binding(tenant, true), work);
  }

  /** As {@link #call}, for work that throws nothing checked. */
  public static void run(UUID tenant, Runnable work) {
    supply(
        new Binding(tenant, false),
        () -> {
          work.run();
          return tenant;
        });
  }

  /** Runs {@code work} for a tenant; a thread that only reads goes on only reading. */
  public static <V> V as(UUID tenant, Supplier<V> work) {
    return supply(new Binding(tenant, isReading()), work);
  }

  private static <V> V supply(Binding binding, Supplier<V> work) {
    var before = CURRENT.get();
    CURRENT.set(binding);
    try {
      return work.get();
    } finally {
      CURRENT.set(before);
    }
  }

  private static <V> V call(Binding binding, Callable<V> work) throws Exception {
    var before = CURRENT.get();
    CURRENT.set(binding);
    try {
      return work.call();
    } finally {
      CURRENT.set(before);
    }
  }
}
