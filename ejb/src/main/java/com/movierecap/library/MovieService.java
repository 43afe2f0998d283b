package com.movierecap.library;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.Role;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.idempotency.IdempotencyKey;
import com.movierecap.idempotency.IdempotentRequests;
import com.movierecap.jobs.JobEvent;
import com.movierecap.jobs.JobKind;
import com.movierecap.jobs.JobService;
import com.movierecap.kernel.Page;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.kernel.Version;
import com.movierecap.media.MovieAnalysis;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tenant's films. */
@Stateless
@AllowedTo(AllowedTo.OWN_WORK)
public class MovieService {
  /** A movie's state is its job's: both in one statement, instead of one more for each movie. */
  private static final Map<String, Object> WITH_JOB =
      Map.of("eclipselink.join-fetch", "movie.analysisJob");

  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private JobService jobs;
  @Inject private Quotas quotas;
  @Inject private IdempotentRequests requests;
  @Inject private AuditService audit;
  @Inject private Clock clock;
  @Inject private Event<MovieEvent> news;
  @Inject private Event<Discarded> discarded;

  /** What the log keeps of a film, so that people know it when it is gone. */
  private record Logged(String title, String fileName, long fileBytes) {
    static Logged of(Movie movie) {
      return new Logged(movie.title(), movie.fileName(), movie.fileBytes());
    }
  }

  /**
   * Makes the row of a stored film, and the job that analyses it.
   *
   * @param request names the request, or null
   * @return the film, or the one that the same request made before
   * @throws ProblemException where the film does not fit the tenant's storage any more
   */
  public Movie create(
      UUID id,
      NewMovie wish,
      StoredFilm film,
      UUID account,
      @Nullable IdempotencyKey request,
      String asked) {
    var earlier = requests.hold(request, asked);
    if (earlier.isPresent()) {
      return get(earlier.get());
    }
    var job = jobs.create(JobKind.ANALYSE, id);
    var movie = new Movie(id, wish, film, account, job, clock.instant());
    em.persist(movie);
    em.flush();
    quotas.stored(id, null, film.bytes());
    jobs.enqueue(job);
    requests.led(request, asked, id);
    audit.record(AuditAction.MOVIE_UPLOADED, id.toString(), null, Logged.of(movie));
    return movie;
  }

  /** Whether a request of that name has made a film before. */
  public boolean isKnown(@Nullable IdempotencyKey request) {
    return requests.isKnown(request);
  }

  /**
   * The film that the same request has made before.
   *
   * @param asked the same text for the same film and what is said of it
   * @throws ProblemException where the key was used for another
   */
  public Movie getEarlier(@Nullable IdempotencyKey request, String asked) {
    return get(requests.find(request, asked).orElseThrow(ProblemException::notFound));
  }

  @AllowedTo({Role.VIEW, AllowedTo.OWN_WORK})
  public Movie get(UUID id) {
    return find(id).orElseThrow(ProblemException::notFound);
  }

  public Optional<Movie> find(UUID id) {
    return Optional.ofNullable(em.find(Movie.class, id, WITH_JOB));
  }

  /** As {@link #get}, held against changes of its state until the transaction ends. */
  public Movie getHeld(UUID id) {
    var movie = get(id);
    em.lock(movie, LockModeType.PESSIMISTIC_WRITE);
    em.refresh(movie.analysisJob(), LockModeType.PESSIMISTIC_WRITE);
    return movie;
  }

  /** Newest first. */
  @AllowedTo(Role.VIEW)
  public Page<Movie> list(Page.Request page) {
    var query =
        em.createQuery(
                page.after() == null
                    ? "select m from Movie m join fetch m.analysisJob order by m.id desc"
                    : "select m from Movie m join fetch m.analysisJob where m.id < :after order by m.id desc",
                Movie.class)
            .setMaxResults(page.limit() + 1);
    if (page.after() != null) {
      query.setParameter("after", page.after());
    }
    return Page.of(query.getResultList(), page, Movie::id);
  }

  /**
   * Where a picture of the film lies.
   *
   * @throws ProblemException where the film is not analysed yet
   */
  @AllowedTo(Role.VIEW)
  public ObjectKey picture(UUID id, MovieFiles.Picture picture) {
    return picture.of(getReady(id).id());
  }

  /**
   * As {@link #get}, of a film that has been looked at.
   *
   * @throws ProblemException where the film is not analysed yet
   */
  @AllowedTo(Role.VIEW)
  public Movie getReady(UUID id) {
    var movie = get(id);
    if (!movie.isReady()) {
      throw new ProblemException(ProblemType.NOT_FINISHED);
    }
    return movie;
  }

  /**
   * Other words lie over the film's analysis from now on; those before are given up.
   *
   * @param seen the film's version that the new analysis was made from
   * @throws ProblemException where the film was changed since
   */
  @AllowedTo(Role.EDIT)
  public Movie reword(UUID id, int seen, Rewording now) {
    var movie = getHeld(id);
    Version.mustBe(seen, movie.version());
    var subtitles = movie.hasSubtitles() ? MovieFiles.subtitles(movie) : null;
    discarded.fire(new Discarded(MovieFiles.analysis(movie).value()));
    if (subtitles != null) {
      discarded.fire(new Discarded(subtitles.value()));
    }
    movie.reword(now);
    em.flush();
    quotas.changed(id, now.grown());
    audit.record(AuditAction.SUBTITLES_CHANGED, id.toString(), now.before(), now.after());
    return movie;
  }

  /**
   * Deletes a film with all that was made from it. What is being made is stopped.
   *
   * @param expectedVersion the version the caller saw, or null for any
   */
  @AllowedTo(Role.EDIT)
  public void delete(UUID id, @Nullable Integer expectedVersion) {
    var movie = get(id);
    Version.mustBe(expectedVersion, movie.version());
    jobs.cancel(movie.analysisJob().id());
    news.fire(new MovieEvent.Deleting(id));
    em.remove(movie);
    em.flush();
    quotas.removed(id);
    audit.record(AuditAction.MOVIE_DELETED, id.toString(), Logged.of(movie), null);
    discarded.fire(new Discarded(ObjectKey.movieFolder(id)));
  }

  /**
   * Called by the handler in the transaction that ends the analysis.
   *
   * @param bytes what the analysis has put into the store
   */
  public void analysed(UUID id, MovieAnalysis analysis, UUID job, long bytes) {
    get(id).analysed(analysis);
    quotas.stored(id, job, bytes);
    news.fire(new MovieEvent.Ready(id));
  }

  public void jobEnded(@Observes JobEvent.Ended ended) {
    var job = ended.job();
    if (job.kind() == JobKind.ANALYSE) {
      job.failure().ifPresent(why -> news.fire(new MovieEvent.Unusable(job.subjectId(), why)));
    }
  }
}
