package com.movierecap.recap;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.Role;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.idempotency.IdempotencyKey;
import com.movierecap.idempotency.IdempotentRequests;
import com.movierecap.jobs.JobKind;
import com.movierecap.jobs.JobService;
import com.movierecap.json.Json;
import com.movierecap.kernel.Page;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.kernel.Version;
import com.movierecap.library.Movie;
import com.movierecap.library.MovieEvent;
import com.movierecap.library.MovieService;
import com.movierecap.media.Pick;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.RecapResult;
import com.movierecap.storage.Discarded;
import com.movierecap.storage.ObjectKey;
import com.movierecap.usage.Quotas;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tenant's recaps. */
@Stateless
@AllowedTo(Role.EDIT)
public class RecapService {
  /**
   * Whether a recap has succeeded is its job's to say, and what came of it its own: both in one
   * statement, since between two the job may end.
   */
  private static final Map<String, Object> WITH_JOB = Map.of("eclipselink.join-fetch", "recap.job");

  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private MovieService movies;
  @Inject private JobService jobs;
  @Inject private Quotas quotas;
  @Inject private IdempotentRequests requests;
  @Inject private AuditService audit;
  @Inject private Clock clock;
  @Inject private Event<Discarded> discarded;

  /**
   * What the log keeps of a recap, so that people know it when it is gone.
   *
   * @param title of the film
   */
  private record Logged(String title, double lengthSeconds, String style, String aspect) {
    static Logged of(Recap recap) {
      var request = recap.request();
      return new Logged(
          recap.movie().title(),
          request.lengthSeconds(),
          request.style().label(),
          request.rendering().aspect().label());
    }
  }

  /**
   * Orders a recap. A film that is still being analysed is waited for.
   *
   * @param key names the request, so that sending it twice orders once; or null
   * @throws ProblemException where the film cannot be used or the length does not fit it
   */
  public Recap create(UUID movieId, NewRecap wish, UUID account, @Nullable IdempotencyKey key) {
    var asked = "recap of " + movieId + " " + Json.line(wish);
    var earlier = requests.hold(key, asked);
    if (earlier.isPresent()) {
      return get(earlier.get());
    }
    quotas.mustHaveRoom();
    var movie = movies.getHeld(movieId);
    mustFit(wish.request(), movie);
    var id = Recap.newId();
    var job = jobs.create(JobKind.RENDER, id);
    var recap = new Recap(id, movie, wish, account, job, clock.instant());
    em.persist(recap);
    if (movie.isReady()) {
      jobs.enqueue(job);
    }
    requests.led(key, asked, id);
    audit.record(AuditAction.RECAP_ORDERED, id.toString(), null, Logged.of(recap));
    return recap;
  }

  @AllowedTo({Role.VIEW, AllowedTo.OWN_WORK})
  public Recap get(UUID id) {
    return find(id).orElseThrow(ProblemException::notFound);
  }

  @AllowedTo(AllowedTo.OWN_WORK)
  public Optional<Recap> find(UUID id) {
    return Optional.ofNullable(em.find(Recap.class, id, WITH_JOB));
  }

  /** The recaps of a movie, newest first. */
  @AllowedTo(Role.VIEW)
  public Page<Recap> list(UUID movieId, Page.Request page) {
    movies.get(movieId);
    var query =
        em.createQuery(
                page.after() == null
                    ? "select r from Recap r join fetch r.job where r.movie.id = :movie order by r.id desc"
                    : "select r from Recap r join fetch r.job where r.movie.id = :movie and r.id < :after"
                        + " order by r.id desc",
                Recap.class)
            .setParameter("movie", movieId)
            .setMaxResults(page.limit() + 1);
    if (page.after() != null) {
      query.setParameter("after", page.after());
    }
    return Page.of(query.getResultList(), page, Recap::id);
  }

  /** Replaces the picks by hand-made ones; nothing is rendered until {@link #render}. */
  public Recap change(UUID id, List<Pick> picks, @Nullable Integer expectedVersion) {
    var recap = getExpected(id, expectedVersion);
    recap.change(picks);
    em.flush();
    return recap;
  }

  /**
   * Takes picks that were chosen anew; nothing is rendered until {@link #render}.
   *
   * @param request with what was locked and left out
   * @param seen the recap's version that they were chosen for
   * @throws ProblemException where the recap was changed since, or is being rendered
   */
  public Recap choose(UUID id, RecapRequest request, List<Pick> picks, int seen) {
    var recap = getExpected(id, seen);
    recap.choose(request, picks);
    em.flush();
    return recap;
  }

  /** As {@link #choose}, and renders them: both or neither. */
  public Recap chooseAndRender(UUID id, RecapRequest request, List<Pick> picks, int seen) {
    choose(id, request, picks, seen);
    return render(id);
  }

  /** Renders again: the picks by hand where there are some, else freshly selected ones. */
  public Recap render(UUID id) {
    quotas.mustHaveRoom();
    var recap = getExpected(id, null);
    var job = jobs.create(JobKind.RENDER, id);
    recap.renderAgain(job);
    jobs.enqueue(job);
    audit.record(AuditAction.RECAP_RENDERED, id.toString(), null, Logged.of(recap));
    em.flush();
    return recap;
  }

  public Recap cancel(UUID id) {
    var recap = get(id);
    jobs.cancel(recap.job().id());
    return recap;
  }

  public void delete(UUID id, @Nullable Integer expectedVersion) {
    delete(getExpected(id, expectedVersion));
  }

  /**
   * Where an output of the last rendering lies.
   *
   * @throws ProblemException where nothing was rendered yet, or no file of that name
   */
  @AllowedTo(Role.VIEW)
  public ObjectKey output(UUID id, String name) {
    var recap = get(id);
    var renderedBy = recap.renderedBy();
    if (!recap.outputs().containsKey(name)) {
      throw ProblemException.notFound();
    }
    return ObjectKey.ofRecap(id, renderedBy, name);
  }

  /** Called by the handler in the transaction that ends the rendering. */
  @AllowedTo(AllowedTo.OWN_WORK)
  public void rendered(UUID id, RecapResult result, Map<String, Long> files) {
    var recap = get(id);
    var earlier = recap.outputs().isEmpty() ? null : recap.renderedBy();
    recap.rendered(result, files);
    quotas.removed(id);
    quotas.stored(id, recap.renderedBy(), files.values().stream().mapToLong(Long::longValue).sum());
    if (earlier != null) {
      // newer ones have taken their place
      discarded.fire(new Discarded(ObjectKey.renderingFolder(id, earlier)));
    }
  }

  public void movieReady(@Observes MovieEvent.Ready ready) {
    waitingFor(ready.movie()).forEach(recap -> jobs.enqueue(recap.job()));
  }

  public void movieUnusable(@Observes MovieEvent.Unusable unusable) {
    waitingFor(unusable.movie())
        .forEach(recap -> jobs.failUnstarted(recap.job(), unusable.why().copy()));
  }

  public void movieDeleting(@Observes MovieEvent.Deleting deleting) {
    em.createQuery("select r from Recap r where r.movie.id = :movie", Recap.class)
        .setParameter("movie", deleting.movie())
        .getResultList()
        .forEach(this::delete);
  }

  private void delete(Recap recap) {
    jobs.cancel(recap.job().id());
    em.remove(recap);
    em.flush();
    quotas.removed(recap.id());
    audit.record(AuditAction.RECAP_DELETED, recap.id().toString(), Logged.of(recap), null);
    discarded.fire(new Discarded(ObjectKey.recapFolder(recap.id())));
  }

  private static void mustFit(RecapRequest request, Movie movie) {
    if (!(request.lengthSeconds() >= RecapRequest.SHORTEST_SECONDS)) {
      throw new ProblemException(ProblemType.LENGTH_NOT_POSITIVE);
    }
    if (movie.status() == Movie.Status.FAILED) {
      throw new ProblemException(ProblemType.MOVIE_UNUSABLE);
    }
    movie
        .facts()
        .filter(facts -> request.lengthSeconds() > facts.durationSeconds())
        .ifPresent(
            facts -> {
              throw new ProblemException(
                  ProblemType.LENGTH_TOO_LONG, request.lengthSeconds(), facts.durationSeconds());
            });
  }

  private Recap getExpected(UUID id, @Nullable Integer expectedVersion) {
    var recap = em.find(Recap.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (recap == null) {
      throw ProblemException.notFound();
    }
    Version.mustBe(expectedVersion, recap.version());
    return recap;
  }

  private List<Recap> waitingFor(UUID movie) {
    return em.createQuery(
            "select r from Recap r where r.movie.id = :movie and r.job.status = :queued",
            Recap.class)
        .setParameter("movie", movie)
        .setParameter("queued", com.movierecap.jobs.Job.Status.QUEUED)
        .getResultList();
  }
}
