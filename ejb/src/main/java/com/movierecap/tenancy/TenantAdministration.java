package com.movierecap.tenancy;

import com.movierecap.access.OpenTo;
import com.movierecap.access.Role;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.OperatorAudit;
import com.movierecap.i18n.Language;
import com.movierecap.i18n.Messages;
import com.movierecap.identity.EmailAddress;
import com.movierecap.identity.Invitation;
import com.movierecap.identity.Secret;
import com.movierecap.identity.session.SessionsChanged;
import com.movierecap.kernel.Ids;
import com.movierecap.kernel.Page;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.mail.MailKind;
import com.movierecap.mail.OperatorOutbox;
import com.movierecap.media.Json;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Tenants as operators make, change and end them, by the operators' role in the database. Every
 * call, reading ones too, is written into the log of the tenant it is about.
 */
@Stateless
@OpenTo(Role.OPERATE)
public class TenantAdministration {
  @PersistenceContext(unitName = "operator")
  private EntityManager em;

  @Inject private OperatorAudit audit;
  @Inject private OperatorOutbox mails;
  @Inject private TenantHost host;
  @Inject private Event<TenantNews> news;
  @Inject private Event<SessionsChanged> sessions;

  @Inject
  @ConfigProperty(name = "tenancy.deletion.grace")
  private Duration grace;

  private final Clock clock = Clock.systemUTC();

  /** What the log keeps of a tenant. */
  private record Facts(String name, String displayName, String status, String plan) {
    static Facts of(Tenant tenant) {
      return new Facts(
          tenant.slug(),
          tenant.displayName(),
          tenant.status().name().toLowerCase(Locale.ROOT),
          tenant.plan().name());
    }
  }

  /** Its first administrator is invited by mail. */
  public Tenant create(NewTenant wish) {
    mustBeFree(wish.name());
    var tenant = new Tenant(wish.name(), wish.displayName(), plan(wish.plan()));
    em.persist(tenant);
    em.flush();
    audit.record(tenant.id(), AuditAction.TENANT_CREATED, tenant.slug(), null, Facts.of(tenant));
    if (wish.adminEmail() != null) {
      invite(tenant, wish.adminEmail(), wish.adminLanguage());
    }
    return tenant;
  }

  /**
   * Newest first.
   *
   * @param search part of name or display name, in any case; or null
   * @param status or null for any
   */
  @OpenTo({Role.OPERATE, Role.AUDIT})
  public Page<Tenant> list(
      @Nullable String search, Tenant.@Nullable Status status, Page.Request page) {
    var query =
        em.createQuery(
                "select t from Tenant t where (:search = '' or lower(t.slug) like :pattern escape"
                    + " '\\' or lower(t.displayName) like :pattern escape '\\')"
                    + (status == null ? "" : " and t.status = :status")
                    + (page.after() == null ? "" : " and t.id < :after")
                    + " order by t.id desc",
                Tenant.class)
            .setMaxResults(page.limit() + 1);
    var text = search == null ? "" : search.strip().toLowerCase(Locale.ROOT);
    query.setParameter("search", text);
    query.setParameter("pattern", "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%");
    if (status != null) {
      query.setParameter("status", status);
    }
    if (page.after() != null) {
      query.setParameter("after", page.after());
    }
    var found = Page.of(query.getResultList(), page, Tenant::id);
    audit.record(platform(), AuditAction.TENANTS_READ, text, null, null);
    return found;
  }

  @OpenTo({Role.OPERATE, Role.AUDIT})
  public Tenant get(UUID id) {
    var tenant = find(id);
    audit.record(id, AuditAction.TENANT_READ, tenant.slug(), null, null);
    return tenant;
  }

  @OpenTo({Role.OPERATE, Role.AUDIT})
  public List<Plan> plans() {
    return em.createQuery("select p from Plan p order by p.rank", Plan.class).getResultList();
  }

  /**
   * @param name a new name, or null to keep it
   * @param displayName as well
   * @param plan as well: all of it is changed, or nothing
   */
  public Tenant change(
      UUID id,
      @Nullable String name,
      @Nullable String displayName,
      @Nullable String plan,
      @Nullable Integer expected) {
    var changed = rename(id, name, displayName, expected);
    return plan == null || plan.equals(changed.plan().name()) ? changed : subscribe(id, plan, null);
  }

  private Tenant rename(
      UUID id, @Nullable String name, @Nullable String displayName, @Nullable Integer expected) {
    return change(
        id,
        expected,
        AuditAction.TENANT_CHANGED,
        tenant -> {
          if (name != null && !name.equals(tenant.slug())) {
            mustBeFree(name);
            tenant.rename(name);
          }
          if (displayName != null) {
            tenant.callIt(displayName);
          }
        });
  }

  public Tenant subscribe(UUID id, String plan, @Nullable Integer expected) {
    return change(id, expected, AuditAction.PLAN_CHANGED, tenant -> tenant.subscribe(plan(plan)));
  }

  public Tenant suspend(UUID id, @Nullable Integer expected) {
    return change(id, expected, AuditAction.TENANT_SUSPENDED, Tenant::suspend);
  }

  public Tenant resume(UUID id, @Nullable Integer expected) {
    return change(id, expected, AuditAction.TENANT_RESUMED, Tenant::resume);
  }

  /**
   * Ends a tenant at once; what it had is kept until the time of grace is over.
   *
   * @param wanted how long that is, or null for what is configured
   */
  public Tenant delete(UUID id, @Nullable Duration wanted, @Nullable Integer expected) {
    var time = wanted == null ? grace : wanted;
    return change(
        id,
        expected,
        AuditAction.TENANT_DELETED,
        tenant -> tenant.delete(Instant.now(clock), time));
  }

  public Tenant restore(UUID id, @Nullable Integer expected) {
    return change(id, expected, AuditAction.TENANT_RESTORED, Tenant::restore);
  }

  /** A document of a tenant's settings and its version. */
  public record Setting<T>(T value, int version) {}

  @OpenTo({Role.OPERATE, Role.AUDIT})
  public Setting<TenantSecurity> security(UUID id) {
    get(id);
    return setting(id, "security", TenantSecurity.class);
  }

  public Setting<TenantSecurity> secure(
      UUID id, TenantSecurity security, @Nullable Integer expected) {
    mustKeepTheFactor(id, security);
    sessions.fire(new SessionsChanged(id));
    return set(
        id, "security", TenantSecurity.class, security, AuditAction.SECURITY_CHANGED, expected);
  }

  /** Whoever runs the platform has a second factor, and goes on having one. */
  private void mustKeepTheFactor(UUID id, TenantSecurity wished) {
    if (find(id).slug().equals(Tenant.PLATFORM)
        && !Boolean.TRUE.equals(wished.requireTwoFactor())
        && Boolean.TRUE.equals(
            setting(id, "security", TenantSecurity.class).value().requireTwoFactor())) {
      throw new ProblemException(ProblemType.SECOND_FACTOR_STAYS);
    }
  }

  @OpenTo({Role.OPERATE, Role.AUDIT})
  public Setting<TenantFeatures> features(UUID id) {
    get(id);
    return setting(id, "features", TenantFeatures.class);
  }

  public Setting<TenantFeatures> feature(
      UUID id, TenantFeatures features, @Nullable Integer expected) {
    return set(
        id, "features", TenantFeatures.class, features, AuditAction.FEATURES_CHANGED, expected);
  }

  /** Tenants whose time of grace is over. */
  @OpenTo(OpenTo.OWN_WORK)
  public List<Tenant> doomed() {
    return em.createQuery(
            "select t from Tenant t where t.status = :deleted and t.deleteAfter <= :now",
            Tenant.class)
        .setParameter("deleted", Tenant.Status.DELETED)
        .setParameter("now", Instant.now(clock))
        .getResultList();
  }

  /** An archive whose time is over, and whose it is. */
  public record ExpiredExport(UUID tenant, UUID export) {}

  @SuppressWarnings("unchecked") // a native query knows no types
  @OpenTo(OpenTo.OWN_WORK)
  public List<ExpiredExport> expiredExports() {
    List<Object[]> rows =
        em.createNativeQuery("select tenant_id, id from tenant_export where expires_at <= ?1")
            .setParameter(1, Timestamp.from(Instant.now(clock)))
            .getResultList();
    return rows.stream().map(row -> new ExpiredExport((UUID) row[0], (UUID) row[1])).toList();
  }

  /** Deletes a doomed tenant's rows, all of them; the platform's log keeps that there was one. */
  @OpenTo(OpenTo.OWN_WORK)
  public void purge(UUID id) {
    var tenant = find(id);
    for (var queue : List.of("scheduled_tasks", "scheduled_mails")) {
      em.createNativeQuery(
              "delete from "
                  + queue
                  + " where task_name = 'job' and task_data = convert_to(?1, 'UTF8')")
          .setParameter(1, id.toString())
          .executeUpdate();
    }
    em.createNativeQuery("delete from tenant where id = ?1").setParameter(1, id).executeUpdate();
    audit.record(platform(), AuditAction.TENANT_PURGED, tenant.slug() + " " + id, null, null);
    news.fire(new TenantNews.Changed(id));
  }

  private Tenant change(
      UUID id, @Nullable Integer expected, AuditAction action, Consumer<Tenant> change) {
    var tenant = find(id);
    em.lock(tenant, LockModeType.PESSIMISTIC_WRITE);
    em.refresh(tenant);
    mustBe(expected, tenant.version());
    var before = Facts.of(tenant);
    change.accept(tenant);
    em.flush();
    audit.record(id, action, tenant.slug(), before, Facts.of(tenant));
    news.fire(new TenantNews.Changed(id));
    return tenant;
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
    mustBe(expected, before.version());
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

  private void invite(Tenant tenant, String email, Language language) {
    var address = EmailAddress.of(email, "admin_email");
    var token = Secret.next();
    var now = Instant.now(clock);
    em.createNativeQuery(
            "insert into invitation (tenant_id, id, email, role, language, token_hash, created_at,"
                + " expires_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
        .setParameter(1, tenant.id())
        .setParameter(2, Ids.next())
        .setParameter(3, address)
        .setParameter(4, Role.TENANT_ADMIN.name())
        .setParameter(5, language.tag())
        .setParameter(6, Secret.hash(token))
        .setParameter(7, Timestamp.from(now))
        .setParameter(8, Timestamp.from(now.plus(Invitation.LIFE)))
        .executeUpdate();
    var us = Messages.in(language).get("product.name");
    mails.add(tenant.id(), MailKind.INVITATION, address, language, token, List.of(us));
    audit.record(tenant.id(), AuditAction.INVITATION, address, null, null);
  }

  private void mustBeFree(String slug) {
    var taken =
        em.createQuery("select count(t) from Tenant t where t.slug = :slug", Long.class)
            .setParameter("slug", slug)
            .getSingleResult();
    if (taken > 0 || !host.mayBeCalled(slug)) {
      throw new ProblemException(ProblemType.NAME_TAKEN, slug);
    }
  }

  private Plan plan(String name) {
    var plan = em.find(Plan.class, name);
    if (plan == null) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST,
          "billing_plan: " + String.join(" ", plans().stream().map(Plan::name).toList()));
    }
    return plan;
  }

  private Tenant find(UUID id) {
    var tenant = em.find(Tenant.class, id);
    if (tenant == null) {
      throw ProblemException.notFound();
    }
    return tenant;
  }

  private UUID platform() {
    return em.createQuery("select t.id from Tenant t where t.slug = :slug", UUID.class)
        .setParameter("slug", Tenant.PLATFORM)
        .getSingleResult();
  }

  private static void mustBe(@Nullable Integer expected, int version) {
    if (expected != null && expected != version) {
      throw new ProblemException(ProblemType.PRECONDITION_FAILED);
    }
  }
}
