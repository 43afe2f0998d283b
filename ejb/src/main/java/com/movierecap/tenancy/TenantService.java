package com.movierecap.tenancy;

import com.movierecap.access.AllowedTo;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Looks tenants up in the database; {@link TenantDirectory} remembers what was found. */
@Stateless
@AllowedTo(AllowedTo.OWN_WORK)
public class TenantService {
  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  /**
   * @param name slug, id, or a host name of the tenant's own
   */
  public Optional<Tenant> find(String name) {
    var known = name.strip().toLowerCase(Locale.ROOT);
    return known.contains(".") ? ofHost(known) : ofSlugOrId(known);
  }

  /** Of the bound tenant. */
  public Tenant get(UUID id) {
    return em.find(Tenant.class, id);
  }

  /** Whether the bound tenant asks its people for a second factor. */
  public boolean asksForSecondFactor() {
    return em.createQuery("select s from TenantSettings s", TenantSettings.class)
        .getResultStream()
        .anyMatch(TenantSettings::asksForSecondFactor);
  }

  /** All there are, whatever their state. */
  public Set<UUID> ids() {
    return Set.copyOf(em.createQuery("select t.id from Tenant t", UUID.class).getResultList());
  }

  /** Answers only when PostgreSQL does. */
  @AllowedTo(AllowedTo.EVERYBODY)
  public void check() {
    em.createQuery("select count(t) from Tenant t", Long.class).getSingleResult();
  }

  private Optional<Tenant> ofSlugOrId(String name) {
    return em.createQuery("select t from Tenant t where t.slug = :slug or t.id = :id", Tenant.class)
        .setParameter("slug", name)
        .setParameter("id", uuidOrNil(name))
        .getResultStream()
        .findFirst();
  }

  private Optional<Tenant> ofHost(String name) {
    return em.createQuery(
            "select d.tenantId from DomainOwner d where d.domain = :domain and d.verifiedAt is not"
                + " null",
            UUID.class)
        .setParameter("domain", name)
        .getResultStream()
        .findFirst()
        .map(id -> em.find(Tenant.class, id));
  }

  private static UUID uuidOrNil(String name) {
    try {
      return UUID.fromString(name);
    } catch (IllegalArgumentException e) {
      return new UUID(0, 0);
    }
  }
}
