package com.movierecap.jobs;

import com.movierecap.kernel.TenantContext;
import java.util.UUID;

/** Work for another thread that keeps the tenant of the thread that made it. */
final class TenantTask implements Runnable {
  private final UUID tenant = TenantContext.required();
  private final Runnable work;

  TenantTask(Runnable work) {
    this.work = work;
  }

  @Override
  public void run() {
    TenantContext.run(tenant, work);
  }
}
