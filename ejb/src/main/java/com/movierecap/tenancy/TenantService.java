package com.movierecap.tenancy;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Finds tenants by the names a request gives them. */
@Stateless
public class TenantService {
  @PersistenceContext private EntityManager em;

  /**
   * The one tenant that all of the names mean.
   *
   * @param names slugs or ids, as given by host, header, path and token; at least one
   * @throws ProblemException where one is unknown, two disagree, or the tenant may not work now
   */
  public Tenant resolve(List<String> names) {
    Tenant resolved = null;
    for (var name : names) {
      var tenant = find(name).orElseThrow(() -> new ProblemException(ProblemType.TENANT_NOT_FOUND));
      if (resolved != null && !resolved.id().equals(tenant.id())) {
        throw new ProblemException(ProblemType.TENANT_MISMATCH);
      }
      resolved = tenant;
    }
    if (resolved == null) {
      throw new ProblemException(ProblemType.TENANT_REQUIRED);
    }
    if (resolved.isSuspended()) {
      throw new ProblemException(ProblemType.TENANT_SUSPENDED);
    }
    return resolved;
  }

  public Optional<Tenant> find(String slugOrId) {
    var name = slugOrId.strip().toLowerCase(Locale.ROOT);
    return em.createQuery("select t from Tenant t where t.slug = :slug or t.id = :id", Tenant.class)
        .setParameter("slug", name)
        .setParameter("id", uuidOrNil(name))
        .getResultStream()
        .findFirst()
        .filter(t -> !t.isDeleted());
  }

  /** Answers only when PostgreSQL does. */
  public void check() {
    em.createQuery("select count(t) from Tenant t", Long.class).getSingleResult();
  }

  private static UUID uuidOrNil(String name) {
    try {
      return UUID.fromString(name);
    } catch (IllegalArgumentException e) {
      return new UUID(0, 0);
    }
  }
}
