package com.movierecap.access;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * For which tenant a thread works, who asks for it, and whether it may change anything. An edge
 * {@linkplain #open opens} one for each request, and it is put back when that is closed. No other
 * thread inherits it: work that leaves the thread is {@linkplain #wrap wrapped}. A thread that
 * nobody has opened one for does the service's own work, for no tenant.
 */
public final class CallContext {
  private static final CallContext SERVICE =
      new CallContext(null, false, Origin.ofService(), false);

  private static final ThreadLocal<CallContext> CURRENT = ThreadLocal.withInitial(() -> SERVICE);

  private final @Nullable UUID tenant;
  private final boolean readOnly;
  private final Origin origin;
  private final boolean inService;

  private CallContext(@Nullable UUID tenant, boolean readOnly, Origin origin, boolean inService) {
    this.tenant = tenant;
    this.readOnly = readOnly;
    this.origin = origin;
    this.inService = inService;
  }

  /** What this thread works under until it is closed. */
  @FunctionalInterface
  public interface Binding extends AutoCloseable {
    @Override
    void close();
  }

  public static CallContext current() {
    return CURRENT.get();
  }

  /** The tenant this thread works for. */
  public static Optional<UUID> tenant() {
    return Optional.ofNullable(CURRENT.get().tenant);
  }

  /**
   * @throws IllegalStateException where no tenant is bound: no tenant, no transaction
   */
  public static UUID requiredTenant() {
    return tenant().orElseThrow(() -> new IllegalStateException("no tenant is bound"));
  }

  /**
   * This thread's, for another tenant: what only reads goes on only reading.
   *
   * @param tenant null for work that belongs to nobody, such as finding the tenant itself
   */
  public static CallContext in(@Nullable UUID tenant) {
    var now = CURRENT.get();
    return new CallContext(tenant, now.readOnly, now.origin, now.inService);
  }

  /** The same of somebody else, or of the same person of whom more is known. */
  public CallContext by(Origin asking) {
    return new CallContext(tenant, readOnly, asking, inService);
  }

  /** The same, in which PostgreSQL refuses whatever the work tries to write. */
  public CallContext reading() {
    return new CallContext(tenant, true, origin, inService);
  }

  /** The same, in which the work may change what it is for. */
  public CallContext writing() {
    return new CallContext(tenant, false, origin, inService);
  }

  /** The same inside a service, which answers for what it calls in turn. */
  CallContext inService() {
    return new CallContext(tenant, readOnly, origin, true);
  }

  Origin origin() {
    return origin;
  }

  /** Whether this thread's transactions may change nothing. */
  boolean isReadOnly() {
    return readOnly;
  }

  boolean isInService() {
    return inService;
  }

  /** Binds this thread until the binding is closed. */
  public Binding open() {
    var before = CURRENT.get();
    CURRENT.set(this);
    return () -> CURRENT.set(before);
  }

  public void run(Runnable work) {
    try (var bound = open()) {
      work.run();
    }
  }

  public <V> V get(Supplier<V> work) {
    try (var bound = open()) {
      return work.get();
    }
  }

  public <V> V call(Callable<V> work) throws Exception {
    try (var bound = open()) {
      return work.call();
    }
  }

  /** Work that runs under this one on whichever thread, as an edge's, not as a service's. */
  public Runnable wrap(Runnable work) {
    var edge = new CallContext(tenant, readOnly, origin, false);
    return () -> edge.run(work);
  }
}
