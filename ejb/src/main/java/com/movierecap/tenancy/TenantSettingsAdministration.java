package com.movierecap.tenancy;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.Role;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.OperatorAudit;
import com.movierecap.json.Json;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.kernel.Version;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tenants' settings as operators read and write them, by the operators' role in the database. Every
 * call, reading ones too, is written into the log of the tenant it is about. A tenant's own
 * requests read them as {@link TenantSettings}.
 */
@Stateless
@AllowedTo(Role.OPERATE)
public class TenantSettingsAdministration {
  @PersistenceContext(unitName = "operator")
  private EntityManager em;

  @Inject private OperatorAudit audit;
  @Inject private Event<TenantEvent> events;

  /** A document of a tenant's settings and its version. */
  public record Setting<T>(T value, int version) {}

  @AllowedTo({Role.OPERATE, Role.AUDIT})
  public Setting<TenantSecurity> security(UUID id) {
    return read(id, "security", TenantSecurity.class);
  }

  /**
   * @param expected the version that was looked at, or null for any
   * @throws ProblemException where the platform would do without a second factor
   */
  public Setting<TenantSecurity> secure(
      UUID id, TenantSecurity security, @Nullable Integer expected) {
    mustKeepTheFactor(id, security);
    events.fire(new TenantEvent.SecurityChanged(id));
    return set(
        id, "security", TenantSecurity.class, security, AuditAction.SECURITY_CHANGED, expected);
  }

  /** Whoever runs the platform has a second factor, and goes on having one. */
  private void mustKeepTheFactor(UUID id, TenantSecurity wished) {
    if (find(id).slug().equals(Tenant.PLATFORM)
        && !Boolean.TRUE.equals(wished.requireTwoFactor())
        && Boolean.TRUE.equals(
            setting(id, "security", TenantSecurity.class).value().requireTwoFactor())) {
      throw new ProblemException(ProblemType.SECOND_FACTOR_MANDATORY);
    }
  }

  @AllowedTo({Role.OPERATE, Role.AUDIT})
  public Setting<TenantFeatures> features(UUID id) {
    return read(id, "features", TenantFeatures.class);
  }

  /**
   * @param expected the version that was looked at, or null for any
   */
  public Setting<TenantFeatures> feature(
      UUID id, TenantFeatures features, @Nullable Integer expected) {
    return set(
        id, "features", TenantFeatures.class, features, AuditAction.FEATURES_CHANGED, expected);
  }

  private <T> Setting<T> read(UUID id, String column, Class<T> type) {
    audit.record(id, AuditAction.TENANT_READ, find(id).slug(), null, null);
    return setting(id, column, type);
  }

  private <T> Setting<T> setting(UUID id, String column, Class<T> type) {
    var row =
        (Object[])
            em.createNativeQuery(
                    "select " + column + ", version from tenant_settings where tenant_id = ?1")
                .setParameter(1, id)
                .getSingleResult();
    return new Setting<>(Json.parse((String) row[0], type), ((Number) row[1]).intValue());
  }

  private <T> Setting<T> set(
      UUID id,
      String column,
      Class<T> type,
      T value,
      AuditAction action,
      @Nullable Integer expected) {
    var tenant = find(id);
    // whoever changes a tenant or its settings holds its row
    em.lock(tenant, LockModeType.PESSIMISTIC_WRITE);
    var before = setting(id, column, type);
    Version.mustBe(expected, before.version());
    em.createNativeQuery(
            "update tenant_settings set "
                + column
                + " = ?2, version = version + 1 where tenant_id = ?1")
        .setParameter(1, id)
        .setParameter(2, Json.line(value))
        .executeUpdate();
    audit.record(id, action, tenant.slug(), before.value(), value);
    return new Setting<>(value, before.version() + 1);
  }

  private Tenant find(UUID id) {
    var tenant = em.find(Tenant.class, id);
    if (tenant == null) {
      throw ProblemException.notFound();
    }
    return tenant;
  }
}
