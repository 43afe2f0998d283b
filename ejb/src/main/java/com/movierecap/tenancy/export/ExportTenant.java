package com.movierecap.tenancy.export;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.CallContext;
import com.movierecap.jobs.Job;
import com.movierecap.jobs.JobHandler;
import com.movierecap.jobs.JobKind;
import com.movierecap.jobs.Stage;
import com.movierecap.json.Json;
import com.movierecap.storage.ObjectKey;
import com.movierecap.storage.S3ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Streams a tenant's rows and media into one archive, from store to store. */
@ApplicationScoped
@AllowedTo(AllowedTo.OWN_WORK)
public class ExportTenant implements JobHandler {
  private static final String MADE = "made.json";
  private static final long SECOND = 1_000_000_000;

  @Inject private TenantRows rows;
  @Inject private S3ObjectStore store;
  @Inject private Clock clock;
  @Inject private TenantExports exports;

  private record Made(long bytes) {}

  @Override
  public JobKind kind() {
    return JobKind.EXPORT;
  }

  @Override
  public boolean publish(Job job, Path results, Watcher watcher) throws IOException {
    var folder = ObjectKey.everythingOf(CallContext.requiredTenant());
    try (var upload = store.write(ObjectKey.ofExport(job.subjectId()), "application/zip");
        var archive = new Archive(upload)) {
      rows.of(CallContext.requiredTenant(), archive);
      long all = store.list(folder).filter(ExportTenant::isTaken).mapToLong(o -> o.bytes()).sum();
      var media = store.list(folder).filter(ExportTenant::isTaken).iterator();
      long done = 0;
      long told = System.nanoTime();
      while (media.hasNext()) {
        var object = media.next();
        if (System.nanoTime() - told > SECOND) {
          told = System.nanoTime();
          if (!watcher.mayGoOn(Stage.PUBLISH, (double) done / all)) {
            return false;
          }
        }
        archive.object(object.key(), store);
        done += object.bytes();
      }
      archive.finish(clock.instant());
      Json.write(results.resolve(MADE), new Made(upload.complete()));
      return true;
    }
  }

  private static boolean isTaken(S3ObjectStore.Listed object) {
    return !object.key().isExport();
  }

  @Override
  public void finish(Job job, Path results) {
    exports.made(job.subjectId(), Json.read(results.resolve(MADE), Made.class).bytes());
  }

  @Override
  public void discard(Job job) {
    store.deleteFolder(ObjectKey.exportFolder(job.subjectId()));
  }
}
