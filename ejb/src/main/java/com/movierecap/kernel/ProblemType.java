package com.movierecap.kernel;

/**
 * Every error a customer can meet, with its HTTP status. The words are the keys {@code
 * problem.<slug>.title} and {@code problem.<slug>.detail} in {@code i18n}; API and portal show the
 * same.
 */
public enum ProblemType {
  INVALID_REQUEST("invalid-request", 400),
  MALFORMED_JSON("malformed-json", 400),
  LENGTH_NOT_POSITIVE("length-not-positive", 400),
  LENGTH_TOO_LONG("length-too-long", 400),
  LOCKED_TOO_LONG("locked-too-long", 400),
  EXCLUDED_TOO_MUCH("excluded-too-much", 400),
  LOSSLESS_UNCHANGEABLE("lossless-unchangeable", 400),
  WATERMARK_UNREADABLE("watermark-unreadable", 400),
  WATERMARK_SIZE("watermark-size", 400),
  EMPTY_FILE("empty-file", 400),
  NOT_A_FILM("not-a-film", 400),
  PLAYLIST("playlist", 400),
  SUBTITLES_UNREADABLE("subtitles-unreadable", 400),
  FILM_MISSING("film-missing", 400),
  TENANT_REQUIRED("tenant-required", 400),
  ALLOWED_AND_BLOCKED("allowed-and-blocked", 400),
  IDEMPOTENCY_KEY_MALFORMED("idempotency-key-malformed", 400),
  PASSWORD_LENGTH("password-length", 400),
  PASSWORD_COMMON("password-common", 400),
  PASSWORD_OWN_NAME("password-own-name", 400),
  SIGN_IN_REQUIRED("sign-in-required", 401),
  WRONG_CREDENTIALS("wrong-credentials", 401),
  REFRESH_TOKEN_REFUSED("refresh-token-refused", 401),
  SECOND_FACTOR_REQUIRED("second-factor-required", 401),
  SECOND_FACTOR_WRONG("second-factor-wrong", 401),
  PASSKEY_REFUSED("passkey-refused", 401),
  SIGN_IN_EXPIRED("sign-in-expired", 401),
  API_KEY_REFUSED("api-key-refused", 401),
  FORBIDDEN("forbidden", 403),
  NOT_IN_PERSON("not-in-person", 403),
  API_KEY_SCOPE("api-key-scope", 403),
  TENANT_MISMATCH("tenant-mismatch", 403),
  TENANT_SUSPENDED("tenant-suspended", 403),
  STORAGE_QUOTA_EXCEEDED("storage-quota-exceeded", 403),
  PROCESSING_QUOTA_EXCEEDED("processing-quota-exceeded", 403),
  INVITATION_REFUSED("invitation-refused", 403),
  LINK_REFUSED("link-refused", 403),
  PASSWORD_WRONG("password-wrong", 403),
  SSO_ONLY("sso-only", 403),
  SSO_FAILED("sso-failed", 403),
  SSO_NOT_ENTITLED("sso-not-entitled", 403),
  SECOND_FACTOR_ENROLMENT_REQUIRED("second-factor-enrolment-required", 403),
  NOT_FOUND("not-found", 404),
  TENANT_NOT_FOUND("tenant-not-found", 404),
  ACCOUNT_NOT_FOUND("account-not-found", 404),
  METHOD_NOT_ALLOWED("method-not-allowed", 405),
  NOT_ACCEPTABLE("not-acceptable", 406),
  CONFLICT("conflict", 409),
  NAME_TAKEN("name-taken", 409),
  DOMAIN_NOT_PROVEN("domain-not-proven", 409),
  SSO_DOMAIN_UNPROVEN("sso-domain-unproven", 409),
  SSO_NOT_TESTED("sso-not-tested", 409),
  REQUEST_IN_PROGRESS("request-in-progress", 409),
  EXPORT_UNDER_WAY("export-under-way", 409),
  NOT_FINISHED("not-finished", 409),
  MOVIE_UNUSABLE("movie-unusable", 409),
  SECOND_FACTOR_EXISTS("second-factor-exists", 409),
  ACCOUNT_EXISTS("account-exists", 409),
  LAST_ADMINISTRATOR("last-administrator", 409),
  SECOND_FACTOR_MANDATORY("second-factor-mandatory", 409),
  API_KEY_ROTATED("api-key-rotated", 409),
  API_KEYS_TOO_MANY("api-keys-too-many", 409),
  PASSKEYS_TOO_MANY("passkeys-too-many", 409),
  TENANT_DELETED("tenant-deleted", 410),
  PRECONDITION_FAILED("precondition-failed", 412),
  TOO_LARGE("too-large", 413),
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415),
  RANGE_NOT_SATISFIABLE("range-not-satisfiable", 416),
  IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422),
  SECOND_FACTOR_PAUSED("second-factor-paused", 429),
  PASSWORD_PAUSED("password-paused", 429),
  TOKENS_PAUSED("tokens-paused", 429),
  MAIL_PAUSED("mail-paused", 429),
  INTERNAL("internal", 500),
  UNAVAILABLE("unavailable", 503),
  SSO_UNAVAILABLE("sso-unavailable", 503);

  private final String slug;
  private final int status;

  ProblemType(String slug, int status) {
    this.slug = slug;
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
    return slug;
  }

  public String titleKey() {
    return "problem." + slug() + ".title";
  }

  public String detailKey() {
    return "problem." + slug() + ".detail";
  }
}
