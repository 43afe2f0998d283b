package com.movierecap.jobs;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Locale;

/** Why a job ended without a result. */
@Embeddable
public class Failure {
  public enum Reason {
    /** The customer can mend it; trying again would change nothing. */
    INPUT,
    /** Ours; it was tried again before we gave up. */
    PROCESSING
  }

  @Column(name = "failure_stage")
  private Stage stage;

  @Enumerated(EnumType.STRING)
  @Column(name = "failure_reason")
  private Reason reason;

  @Column(name = "failure_code")
  private String code;

  protected Failure() {}

  private Failure(Stage stage, Reason reason, String code) {
    this.stage = stage;
    this.reason = reason;
    this.code = code;
  }

  public static Failure ofInput(Stage stage, String code) {
    return new Failure(stage, Reason.INPUT, code);
  }

  public static Failure ofProcessing(Stage stage, String code) {
    return new Failure(stage, Reason.PROCESSING, code);
  }

  /** The same once more, for another job: an embedded value belongs to one row. */
  public Failure copy() {
    return new Failure(stage, reason, code);
  }

  /** The step that broke. */
  public Stage stage() {
    return stage;
  }

  public Reason reason() {
    return reason;
  }

  /** For JSON: {@code input} or {@code processing}. */
  public String reasonSlug() {
    return reason.name().toLowerCase(Locale.ROOT);
  }

  /** Stable name of what was wrong: {@code truncated}, {@code out-of-memory}. */
  public String code() {
    return code;
  }

  /** The sentence a customer reads. What is ours is told in one sentence, whatever it was. */
  public String messageKey() {
    return reason == Reason.INPUT ? "failure.input." + code : "failure.processing";
  }
}
