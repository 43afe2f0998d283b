package com.movierecap.kernel;

import java.util.Locale;

/**
 * Every error a customer can meet, with its HTTP status. The words are the keys {@code
 * problem.<slug>.title} and {@code problem.<slug>.detail} in {@code i18n}; API and portal show the
 * same.
 */
public enum ProblemType {
  INVALID_REQUEST(400),
  MALFORMED_JSON(400),
  LENGTH_NOT_POSITIVE(400),
  LENGTH_TOO_LONG(400),
  LOCKED_TOO_LONG(400),
  EXCLUDED_TOO_MUCH(400),
  LOSSLESS_KEEPS_THE_PICTURE(400),
  WATERMARK_UNREADABLE(400),
  WATERMARK_SIZE(400),
  EMPTY_FILE(400),
  NOT_A_FILM(400),
  PLAYLIST(400),
  SUBTITLES_UNREADABLE(400),
  FILM_MISSING(400),
  TENANT_REQUIRED(400),
  ALLOWED_AND_BLOCKED(400),
  IDEMPOTENCY_KEY_MALFORMED(400),
  PASSWORD_LENGTH(400),
  PASSWORD_COMMON(400),
  PASSWORD_OWN_NAME(400),
  SIGN_IN_REQUIRED(401),
  WRONG_CREDENTIALS(401),
  REFRESH_TOKEN_REFUSED(401),
  SECOND_FACTOR_REQUIRED(401),
  SECOND_FACTOR_WRONG(401),
  PASSKEY_REFUSED(401),
  SIGN_IN_TOO_SLOW(401),
  API_KEY_REFUSED(401),
  FORBIDDEN(403),
  NOT_IN_PERSON(403),
  API_KEY_SCOPE(403),
  TENANT_MISMATCH(403),
  TENANT_SUSPENDED(403),
  STORAGE_QUOTA_EXCEEDED(403),
  PROCESSING_QUOTA_EXCEEDED(403),
  INVITATION_REFUSED(403),
  LINK_REFUSED(403),
  PASSWORD_WRONG(403),
  SSO_ONLY(403),
  SSO_FAILED(403),
  SSO_NOT_ENTITLED(403),
  SECOND_FACTOR_ENROLMENT_REQUIRED(403),
  NOT_FOUND(404),
  TENANT_NOT_FOUND(404),
  ACCOUNT_NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  CONFLICT(409),
  NAME_TAKEN(409),
  DOMAIN_NOT_PROVEN(409),
  SSO_DOMAIN_UNPROVEN(409),
  SSO_UNTRIED(409),
  REQUEST_UNDER_WAY(409),
  EXPORT_UNDER_WAY(409),
  NOT_FINISHED(409),
  MOVIE_UNUSABLE(409),
  SECOND_FACTOR_EXISTS(409),
  ACCOUNT_EXISTS(409),
  LAST_ADMINISTRATOR(409),
  SECOND_FACTOR_STAYS(409),
  API_KEY_ROTATED(409),
  API_KEYS_TOO_MANY(409),
  PASSKEYS_TOO_MANY(409),
  TENANT_DELETED(410),
  PRECONDITION_FAILED(412),
  TOO_LARGE(413),
  UNSUPPORTED_MEDIA_TYPE(415),
  RANGE_NOT_SATISFIABLE(416),
  IDEMPOTENCY_KEY_REUSED(422),
  SECOND_FACTOR_PAUSED(429),
  PASSWORD_PAUSED(429),
  TOKENS_PAUSED(429),
  MAIL_PAUSED(429),
  INTERNAL(500),
  UNAVAILABLE(503),
  SSO_UNAVAILABLE(503);

  private final int status;

  ProblemType(int status) {
    this.status = status;
  }

  /** The type of that slug; {@link #INVALID_REQUEST} where there is none. */
  public static ProblemType of(String slug) {
    for (var type : values()) {
      if (type.slug().equals(slug)) {
        return type;
      }
    }
    return INVALID_REQUEST;
  }

  public int status() {
    return status;
  }

  /** Stable name for machines: {@code length-too-long}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String titleKey() {
    return "problem." + slug() + ".title";
  }

  public String detailKey() {
    return "problem." + slug() + ".detail";
  }
}
