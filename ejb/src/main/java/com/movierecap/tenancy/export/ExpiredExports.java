package com.movierecap.tenancy.export;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.CallContext;
import com.movierecap.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Clears archives away whose time is over. */
@ApplicationScoped
@AllowedTo(AllowedTo.OWN_WORK)
public class ExpiredExports implements RecurringJob {
  private static final Logger LOG = Logger.getLogger(ExpiredExports.class.getName());

  @Inject private ArchiveExpiry archives;
  @Inject private TenantExports exports;

  @Override
  public String name() {
    return "expired-exports";
  }

  @Override
  public String schedule() {
    return "FIXED_DELAY|600s";
  }

  @Override
  public void run() {
    for (var expired : archives.list()) {
      try {
        CallContext.in(expired.tenant()).writing().run(() -> exports.delete(expired.export()));
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "export " + expired.export() + " could not be deleted yet", e);
      }
    }
  }
}
