package com.movierecap.audit;

import java.util.Locale;

/**
 * What is written down. The words are the keys {@code audit.action.<slug>}, in groups as people
 * look for them.
 */
public enum AuditAction {
  SIGN_IN(Group.SIGNING_IN),
  SIGN_OUT(Group.SIGNING_IN),
  GUESSING_PAUSED(Group.SIGNING_IN),
  SESSION_ENDED(Group.SIGNING_IN),
  REFRESH_TOKEN_REUSED(Group.SIGNING_IN),
  DEVICE_REMEMBERED(Group.SIGNING_IN),
  DEVICE_FORGOTTEN(Group.SIGNING_IN),
  PASSKEY_REFUSED(Group.SIGNING_IN),
  RECOVERY_CODE_USED(Group.SIGNING_IN),
  SECOND_FACTOR_WRONG(Group.SIGNING_IN),
  PASSWORD_WRONG(Group.SIGNING_IN),
  IMPERSONATION_BEGUN(Group.SIGNING_IN),
  IMPERSONATION_ENDED(Group.SIGNING_IN),
  SECOND_FACTOR_ENROLLED(Group.OWN_ACCOUNT),
  SECOND_FACTOR_REMOVED(Group.OWN_ACCOUNT),
  PASSWORD_RESET_ASKED(Group.OWN_ACCOUNT),
  PASSWORD_RESET(Group.OWN_ACCOUNT),
  PASSWORD_CHANGED(Group.OWN_ACCOUNT),
  EMAIL_CHANGE_ASKED(Group.OWN_ACCOUNT),
  EMAIL_CHANGED(Group.OWN_ACCOUNT),
  PROFILE_CHANGED(Group.OWN_ACCOUNT),
  PASSKEY_ADDED(Group.OWN_ACCOUNT),
  PASSKEY_REMOVED(Group.OWN_ACCOUNT),
  API_KEY_CREATED(Group.OWN_ACCOUNT),
  API_KEY_ROTATED(Group.OWN_ACCOUNT),
  API_KEY_REVOKED(Group.OWN_ACCOUNT),
  INVITATION(Group.PEOPLE),
  INVITATION_ACCEPTED(Group.PEOPLE),
  INVITATION_WITHDRAWN(Group.PEOPLE),
  ROLE_CHANGED(Group.PEOPLE),
  ACCOUNT_DISABLED(Group.PEOPLE),
  ACCOUNT_ENABLED(Group.PEOPLE),
  SECOND_FACTOR_RESET(Group.PEOPLE),
  SSO_LINKED(Group.PEOPLE),
  SSO_ROLE_CHANGED(Group.PEOPLE),
  ACCOUNT_PROVISIONED(Group.PEOPLE),
  SERVICE_ACCOUNT_CREATED(Group.PEOPLE),
  SERVICE_ACCOUNT_RENAMED(Group.PEOPLE),
  MOVIE_UPLOADED(Group.FILMS),
  MOVIE_DELETED(Group.FILMS),
  SUBTITLES_CHANGED(Group.FILMS),
  RECAP_ORDERED(Group.FILMS),
  RECAP_RENDERED(Group.FILMS),
  RECAP_DELETED(Group.FILMS),
  WATERMARK_CHANGED(Group.FILMS),
  WATERMARK_REMOVED(Group.FILMS),
  QUOTA_REACHED(Group.FILMS),
  TENANT_CREATED(Group.ORGANISATION),
  TENANT_CHANGED(Group.ORGANISATION),
  TENANT_SUSPENDED(Group.ORGANISATION),
  TENANT_RESUMED(Group.ORGANISATION),
  TENANT_DELETED(Group.ORGANISATION),
  TENANT_RESTORED(Group.ORGANISATION),
  TENANT_PURGED(Group.ORGANISATION),
  PLAN_CHANGED(Group.ORGANISATION),
  SECURITY_CHANGED(Group.ORGANISATION),
  FEATURES_CHANGED(Group.ORGANISATION),
  DOMAIN_CLAIMED(Group.ORGANISATION),
  DOMAIN_PROVEN(Group.ORGANISATION),
  DOMAIN_RELEASED(Group.ORGANISATION),
  SSO_CHANGED(Group.ORGANISATION),
  SSO_REMOVED(Group.ORGANISATION),
  TENANTS_READ(Group.LOOKING),
  TENANT_READ(Group.LOOKING),
  USAGE_READ(Group.LOOKING),
  AUDIT_READ(Group.LOOKING),
  AUDIT_EXPORTED(Group.LOOKING),
  DATA_EXPORTED(Group.LOOKING),
  EXPORT_DOWNLOADED(Group.LOOKING),
  EXPORT_DELETED(Group.LOOKING);

  /** What it is about. The words are the keys {@code audit.group.<slug>}. */
  public enum Group {
    FILMS,
    SIGNING_IN,
    OWN_ACCOUNT,
    PEOPLE,
    ORGANISATION,
    LOOKING;

    /** As part of a key: {@code own-account}. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Group group;

  AuditAction(Group group) {
    this.group = group;
  }

  public Group group() {
    return group;
  }

  /** Whether nothing was changed by it. */
  boolean isReading() {
    return this == TENANTS_READ || this == TENANT_READ || this == USAGE_READ || this == AUDIT_READ;
  }

  /** Stable name for machines: {@code tenant-created}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
