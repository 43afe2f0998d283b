package com.movierecap.library;

import com.movierecap.access.TenantSessionListener;
import com.movierecap.jobs.Job;
import com.movierecap.media.FilmContainer;
import com.movierecap.media.MovieAnalysis;
import com.movierecap.media.SubtitleReport.Timing;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/**
 * A source film. In processing from the moment it is stored until its analysis job ends; then ready
 * for recaps, or failed for good with the job's reason.
 */
@Entity
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantSessionListener.PROPERTY)
public class Movie {
  public enum Status {
    PROCESSING,
    READY,
    FAILED
  }

  /** What is known of a film once it was analysed. */
  public record Facts(
      double durationSeconds,
      int width,
      int height,
      double frameRate,
      String videoCodec,
      @Nullable String audioCodec,
      int shots,
      int scenes) {}

  public static final int MAX_TITLE = 300;

  @Id private UUID id;
  private String title;
  private @Nullable String language;

  @Column(name = "file_name")
  private String fileName;

  @Column(name = "file_bytes")
  private long fileBytes;

  @Enumerated(EnumType.STRING)
  private FilmContainer container;

  @Column(name = "has_subtitles")
  private boolean hasSubtitles;

  @Column(name = "subtitle_file_name")
  private @Nullable String subtitleFileName;

  @Column(name = "subtitle_bytes")
  private long subtitleBytes;

  @Column(name = "subtitle_encoding")
  private @Nullable String subtitleEncoding;

  @Column(name = "subtitle_stretch")
  private double subtitleStretch = 1;

  @Column(name = "subtitle_offset_seconds")
  private double subtitleOffsetSeconds;

  private @Nullable UUID words;

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  @JoinColumn(name = "analysis_job_id")
  private Job analysisJob;

  @Column(name = "duration_seconds")
  private @Nullable Double durationSeconds;

  private @Nullable Integer width;
  private @Nullable Integer height;

  @Column(name = "frame_rate")
  private @Nullable Double frameRate;

  @Column(name = "video_codec")
  private @Nullable String videoCodec;

  @Column(name = "audio_codec")
  private @Nullable String audioCodec;

  @Column(name = "shot_count")
  private @Nullable Integer shotCount;

  @Column(name = "scene_count")
  private @Nullable Integer sceneCount;

  @Column(name = "created_by")
  private UUID createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private int version;

  protected Movie() {}

  Movie(UUID id, NewMovie wish, StoredFilm film, UUID createdBy, Job analysisJob, Instant now) {
    this.id = id;
    this.title = wish.title();
    this.language = wish.language();
    this.fileName = wish.fileName();
    this.fileBytes = film.bytes();
    this.container = film.container();
    film.subtitles()
        .ifPresent(file -> subtitled(file.name(), file.bytes().length, file.settings()));
    this.createdBy = createdBy;
    this.createdAt = now;
    this.analysisJob = analysisJob;
  }

  public UUID id() {
    return id;
  }

  public String title() {
    return title;
  }

  /** BCP 47 tag of what is spoken, or null where nobody said. */
  public @Nullable String language() {
    return language;
  }

  public String fileName() {
    return fileName;
  }

  public long fileBytes() {
    return fileBytes;
  }

  public FilmContainer container() {
    return container;
  }

  public boolean hasSubtitles() {
    return hasSubtitles;
  }

  /** As the customer calls the file; null where none was handed in, or nobody said. */
  public @Nullable String subtitleFileName() {
    return subtitleFileName;
  }

  /** Of the file that was handed in; 0 where none was. */
  long subtitleBytes() {
    return subtitleBytes;
  }

  /** How its subtitles are read, the film's own as well. */
  public SubtitleSettings subtitleSettings() {
    return new SubtitleSettings(
        subtitleEncoding, new Timing(subtitleStretch, subtitleOffsetSeconds));
  }

  private void subtitled(@Nullable String fileName, long bytes, SubtitleSettings settings) {
    hasSubtitles = true;
    subtitleFileName = fileName;
    subtitleBytes = bytes;
    readsSubtitles(settings);
  }

  private void readsSubtitles(SubtitleSettings settings) {
    subtitleEncoding = settings.encoding();
    subtitleStretch = settings.timing().stretch();
    subtitleOffsetSeconds = settings.timing().offsetSeconds();
  }

  /**
   * Which of its words the film has: each change of its subtitles writes new objects, so that no
   * reader meets half of a change. Null for those it came with.
   */
  @Nullable UUID words() {
    return words;
  }

  void reword(Rewording now) {
    var file = now.file();
    if (file == null) {
      hasSubtitles = false;
      subtitleFileName = null;
      subtitleBytes = 0;
      readsSubtitles(now.settings());
    } else {
      subtitled(file.name(), file.bytes().length, now.settings());
    }
    words = now.words();
  }

  public Job analysisJob() {
    return analysisJob;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public int version() {
    return version;
  }

  public Status status() {
    return switch (analysisJob.status()) {
      case QUEUED, RUNNING -> Status.PROCESSING;
      case SUCCEEDED -> Status.READY;
      case FAILED, CANCELLED -> Status.FAILED;
    };
  }

  public boolean isReady() {
    return status() == Status.READY;
  }

  public Optional<Facts> facts() {
    if (durationSeconds == null
        || width == null
        || height == null
        || frameRate == null
        || videoCodec == null
        || shotCount == null
        || sceneCount == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Facts(
            durationSeconds,
            width,
            height,
            frameRate,
            videoCodec,
            audioCodec,
            shotCount,
            sceneCount));
  }

  void analysed(MovieAnalysis analysis) {
    var found = analysis.movie();
    durationSeconds = found.durationSeconds();
    width = found.width();
    height = found.height();
    frameRate = found.frameRate();
    videoCodec = found.videoCodec();
    audioCodec = found.audioCodec();
    shotCount = analysis.shots().size();
    sceneCount = analysis.scenes().size();
  }
}
