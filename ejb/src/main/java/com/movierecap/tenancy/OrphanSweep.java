package com.movierecap.tenancy;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.CallContext;
import com.movierecap.jobs.RecurringJob;
import com.movierecap.storage.ObjectKey;
import com.movierecap.storage.ObjectOwner;
import com.movierecap.storage.S3ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Deletes the objects that nothing stands for any more: what a crash has left between the store and
 * the database. An upload's objects are there before its row, and a worker's before its job has
 * ended, so what is younger than any of them lasts is left alone.
 */
@ApplicationScoped
@AllowedTo(AllowedTo.OWN_WORK)
public class OrphanSweep implements RecurringJob {
  private static final Logger LOG = Logger.getLogger(OrphanSweep.class.getName());

  @Inject private S3ObjectStore store;
  @Inject @Any private Instance<ObjectOwner> owners;

  @Inject
  @ConfigProperty(name = "storage.orphans.after")
  private Duration age;

  @Inject private Clock clock;

  @Override
  public String name() {
    return "orphan-sweep";
  }

  @Override
  public String schedule() {
    return "DAILY|03:00|UTC";
  }

  @Override
  public void run() {
    var before = Instant.now(clock).minus(age);
    try (var orphans = orphans(before)) {
      store.delete(orphans);
    }
    store.abortUploads(before);
  }

  private Stream<ObjectKey> orphans(Instant before) {
    var byFolder =
        owners.stream().collect(Collectors.toMap(ObjectOwner::folder, Function.identity()));
    var last = new LastAsked(byFolder);
    return store
        .list(ObjectKey.EVERYTHING)
        .filter(object -> object.storedAt().isBefore(before))
        .map(S3ObjectStore.Listed::key)
        .filter(key -> key.place().filter(place -> !last.isKept(place)).isPresent())
        .peek(key -> LOG.log(Level.INFO, "orphan {0}", key.value()));
  }

  /** Keys come in order, so one question for each thing is enough. */
  private static final class LastAsked {
    private final Map<String, ObjectOwner> owners;
    private Optional<ObjectKey.Place> thing = Optional.empty();
    private Predicate<String> kept = name -> true;

    LastAsked(Map<String, ObjectOwner> owners) {
      this.owners = owners;
    }

    boolean isKept(ObjectKey.Place place) {
      var same = thing.filter(place::isOfSameThing).isPresent();
      if (!same) {
        var owner = owners.get(place.folder());
        thing = Optional.of(place);
        // of a folder that nobody knows, all is kept
        kept =
            owner == null
                ? name -> true
                : CallContext.in(place.tenant()).get(() -> owner.kept(place.id()));
      }
      return kept.test(place.name());
    }
  }
}
