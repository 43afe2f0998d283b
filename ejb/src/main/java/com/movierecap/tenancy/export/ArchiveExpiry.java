package com.movierecap.tenancy.export;

import com.movierecap.access.AllowedTo;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Finds the archives of all tenants whose time is over: by the operators' role, which sees them.
 */
@Stateless
@AllowedTo(AllowedTo.OWN_WORK)
public class ArchiveExpiry {
  @PersistenceContext(unitName = "operator")
  private EntityManager em;

  @Inject private Clock clock;

  /** An archive whose time is over, and whose it is. */
  public record Expired(UUID tenant, UUID export) {}

  @SuppressWarnings("unchecked") // a native query knows no types
  public List<Expired> list() {
    List<Object[]> rows =
        em.createNativeQuery("select tenant_id, id from tenant_export where expires_at <= ?1")
            .setParameter(1, Timestamp.from(Instant.now(clock)))
            .getResultList();
    return rows.stream().map(row -> new Expired((UUID) row[0], (UUID) row[1])).toList();
  }
}
