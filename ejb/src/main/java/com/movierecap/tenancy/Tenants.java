package com.movierecap.tenancy;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.Role;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.OperatorAudit;
import com.movierecap.kernel.Page;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
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
@AllowedTo(Role.OPERATE)
public class Tenants {
  @PersistenceContext(unitName = "operator")
  private EntityManager em;

  @Inject private OperatorAudit audit;
  @Inject private TenantHost host;
  @Inject private Event<TenantEvent> events;

  @Inject
  @ConfigProperty(name = "tenancy.deletion.grace")
  private Duration grace;

  @Inject private Clock clock;

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
    var tenant = new Tenant(wish.name(), wish.displayName(), plan(wish.plan()), clock.instant());
    em.persist(tenant);
    em.flush();
    audit.record(tenant.id(), AuditAction.TENANT_CREATED, tenant.slug(), null, Facts.of(tenant));
    events.fire(new TenantEvent.Created(tenant.id(), wish.adminEmail(), wish.adminLanguage()));
    return tenant;
  }

  /**
   * Newest first.
   *
   * @param search part of name or display name, in any case; or null
   * @param status or null for any
   */
  @AllowedTo({Role.OPERATE, Role.AUDIT})
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
    audit.record(Tenant.PLATFORM_ID, AuditAction.TENANTS_READ, text, null, null);
    return found;
  }

  @AllowedTo({Role.OPERATE, Role.AUDIT})
  public Tenant get(UUID id) {
    var tenant = find(id);
    audit.record(id, AuditAction.TENANT_READ, tenant.slug(), null, null);
    return tenant;
  }

  @AllowedTo({Role.OPERATE, Role.AUDIT})
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

  private Tenant change(
      UUID id, @Nullable Integer expected, AuditAction action, Consumer<Tenant> change) {
    var tenant = find(id);
    em.lock(tenant, LockModeType.PESSIMISTIC_WRITE);
    em.refresh(tenant);
    tenant.mustBeAt(expected);
    var before = Facts.of(tenant);
    change.accept(tenant);
    em.flush();
    audit.record(id, action, tenant.slug(), before, Facts.of(tenant));
    events.fire(new TenantEvent.Changed(id));
    return tenant;
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
}
