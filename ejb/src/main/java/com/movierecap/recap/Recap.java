package com.movierecap.recap;

import com.movierecap.access.TenantSessionListener;
import com.movierecap.jobs.Job;
import com.movierecap.kernel.Ids;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.library.Movie;
import com.movierecap.media.CutLimit;
import com.movierecap.media.Pick;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.RecapResult;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/**
 * A recap of a movie: request, timeline and result. Each rendering is a job; the outputs of the
 * last one that succeeded stay until the next one replaces them. Picks may be changed by hand
 * whenever no rendering is under way, and are then rendered as they are.
 */
@Entity
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantSessionListener.PROPERTY)
public class Recap {
  private static final int MAX_PICKS = 1000;

  @Id private UUID id;

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  @JoinColumn(name = "movie_id")
  private Movie movie;

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  @JoinColumn(name = "job_id")
  private Job job;

  @Convert(converter = RequestConverter.class)
  private RecapRequest request;

  private boolean watermarked;

  @Convert(converter = PicksConverter.class)
  private List<Pick> picks;

  @Column(name = "picks_by_hand")
  private boolean picksByHand;

  @Convert(converter = OutputsConverter.class)
  private Map<String, Long> outputs;

  @Column(name = "rendered_job_id")
  private @Nullable UUID renderedJobId;

  @Column(name = "rendered_seconds")
  private @Nullable Double renderedSeconds;

  @Column(name = "loudness_lufs")
  private @Nullable Double loudnessLufs;

  @Enumerated(EnumType.STRING)
  @Column(name = "cut_limit")
  private @Nullable CutLimit cutLimit;

  @Column(name = "created_by")
  private UUID createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private int version;

  protected Recap() {}

  Recap(UUID id, Movie movie, NewRecap wish, UUID createdBy, Job job, Instant now) {
    this.id = id;
    this.movie = movie;
    this.job = job;
    this.request = wish.request();
    this.watermarked = wish.watermarked();
    this.picks = List.of();
    this.outputs = Map.of();
    this.createdBy = createdBy;
    this.createdAt = now;
  }

  static UUID newId() {
    return Ids.next();
  }

  public UUID id() {
    return id;
  }

  public Movie movie() {
    return movie;
  }

  public Job job() {
    return job;
  }

  public RecapRequest request() {
    return request;
  }

  /**
   * Whether its renderings have the tenant's watermark, if there is one then. None may be laid over
   * the film's own packets.
   */
  public boolean isWatermarked() {
    return watermarked && !request.rendering().lossless();
  }

  public List<Pick> picks() {
    return picks;
  }

  public boolean arePicksByHand() {
    return picksByHand;
  }

  /** Size in bytes by file name, as offered; empty until the first rendering is done. */
  public Map<String, Long> outputs() {
    return outputs;
  }

  public @Nullable Double renderedSeconds() {
    return renderedSeconds;
  }

  public @Nullable Double loudnessLufs() {
    return loudnessLufs;
  }

  /** Why a lossless recap was cut at keyframes only; null where its cuts are exact. */
  public @Nullable CutLimit cutLimit() {
    return cutLimit;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public int version() {
    return version;
  }

  /**
   * The job that made the outputs.
   *
   * @throws ProblemException where nothing was rendered yet
   */
  UUID renderedBy() {
    if (renderedJobId == null) {
      throw new ProblemException(ProblemType.NOT_FINISHED);
    }
    return renderedJobId;
  }

  /**
   * Replaces the picks by hand-made ones.
   *
   * @throws ProblemException where a rendering is under way, or a range lies outside the film
   */
  void change(List<Pick> byHand) {
    mustNotBeUnderWay();
    var duration =
        movie
            .facts()
            .orElseThrow(() -> new ProblemException(ProblemType.NOT_FINISHED))
            .durationSeconds();
    if (byHand.isEmpty() || byHand.size() > MAX_PICKS) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "picks: 1–" + MAX_PICKS);
    }
    for (var pick : byHand) {
      var inside =
          pick.startSeconds() >= 0
              && pick.endSeconds() > pick.startSeconds()
              && pick.endSeconds() <= duration + 0.001;
      if (!inside) {
        throw new ProblemException(
            ProblemType.INVALID_REQUEST,
            "%s–%s ∉ 0–%s".formatted(pick.startSeconds(), pick.endSeconds(), duration));
      }
    }
    picks = List.copyOf(byHand);
    picksByHand = true;
  }

  /**
   * Takes what was chosen anew around locked and excluded ranges. Rendering chooses the same again,
   * since the request now holds those ranges.
   *
   * @throws ProblemException where a rendering is under way
   */
  void choose(RecapRequest changed, List<Pick> chosen) {
    mustNotBeUnderWay();
    request = changed;
    picks = List.copyOf(chosen);
    picksByHand = false;
  }

  void renderAgain(Job newJob) {
    mustNotBeUnderWay();
    job = newJob;
  }

  void rendered(RecapResult result, Map<String, Long> files) {
    picks = result.picks();
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    renderedJobId = job.id();
    renderedSeconds = result.lengthSeconds();
    loudnessLufs = result.loudnessLufs();
    cutLimit = result.cutLimit();
  }

  private void mustNotBeUnderWay() {
    if (!job.status().isFinal()) {
      throw new ProblemException(ProblemType.NOT_FINISHED);
    }
  }
}
