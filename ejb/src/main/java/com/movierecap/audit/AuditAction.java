package com.movierecap.audit;

import java.util.Locale;

/** What is written down. The words are the keys {@code audit.action.<slug>}. */
public enum AuditAction {
  SIGN_IN,
  SIGN_OUT,
  SECOND_FACTOR_ENROLLED,
  SECOND_FACTOR_REMOVED,
  SECOND_FACTOR_WRONG,
  RECOVERY_CODE_USED,
  INVITATION,
  INVITATION_ACCEPTED,
  TENANT_CREATED,
  TENANT_CHANGED,
  TENANT_SUSPENDED,
  TENANT_RESUMED,
  TENANT_DELETED,
  TENANT_RESTORED,
  TENANT_PURGED,
  PLAN_CHANGED,
  SECURITY_CHANGED,
  FEATURES_CHANGED,
  DOMAIN_CLAIMED,
  DOMAIN_PROVEN,
  DOMAIN_RELEASED,
  SSO_CHANGED,
  SSO_REMOVED,
  SSO_LINKED,
  SSO_ROLE_CHANGED,
  ACCOUNT_PROVISIONED,
  TENANTS_READ,
  TENANT_READ,
  USAGE_READ,
  AUDIT_READ,
  AUDIT_EXPORTED,
  DATA_EXPORTED,
  EXPORT_DOWNLOADED,
  EXPORT_DELETED,
  MOVIE_DELETED,
  RECAP_DELETED,
  QUOTA_REACHED;

  /** Whether nothing was changed by it. */
  boolean isReading() {
    return this == TENANTS_READ || this == TENANT_READ || this == USAGE_READ || this == AUDIT_READ;
  }

  /** Stable name for machines: {@code tenant-created}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
