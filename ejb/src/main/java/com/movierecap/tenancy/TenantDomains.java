package com.movierecap.tenancy;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.CallContext;
import com.movierecap.access.Role;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The bound tenant's own host names. */
@Stateless
@AllowedTo(Role.ADMINISTER)
public class TenantDomains {
  private static final int MOST = 20;

  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private TenantHost host;
  @Inject private AuditService audit;
  @Inject private Event<TenantEvent> events;
  @Inject private Clock clock;

  public List<TenantDomain> list() {
    return em.createQuery("select d from TenantDomain d order by d.domain", TenantDomain.class)
        .getResultList();
  }

  /** Names that are the bound tenant's at this moment; the first is the one proven first. */
  @AllowedTo(AllowedTo.OWN_WORK)
  public List<String> proven() {
    return em.createQuery(
            "select d.domain from TenantDomain d where d.verifiedAt is not null order by"
                + " d.verifiedAt",
            String.class)
        .getResultList();
  }

  public TenantDomain get(UUID id) {
    var domain = em.find(TenantDomain.class, id);
    if (domain == null) {
      throw ProblemException.notFound();
    }
    return domain;
  }

  /**
   * Claims a name. Nothing follows from it until it is proven.
   *
   * @throws ProblemException where it is no host name, one of ours, or claimed already by this
   *     tenant
   */
  public TenantDomain claim(String text) {
    var name = TenantDomain.name(text);
    var mine = list();
    if (!host.mayBeTaken(name) || mine.size() >= MOST) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "domain");
    }
    if (mine.stream().anyMatch(d -> d.domain().equals(name))) {
      throw new ProblemException(ProblemType.NAME_TAKEN, name);
    }
    var domain = new TenantDomain(name, Instant.now(clock));
    em.persist(domain);
    audit.record(AuditAction.DOMAIN_CLAIMED, name);
    return domain;
  }

  /**
   * @param records what DNS says at the domain's record name
   * @throws ProblemException where the token is not among them, or another tenant has proven the
   *     name before
   */
  @AllowedTo(AllowedTo.OWN_WORK)
  public TenantDomain verify(UUID id, List<String> records) {
    var domain = get(id);
    domain.verify(records, Instant.now(clock));
    try {
      em.flush();
    } catch (PersistenceException e) {
      throw new ProblemException(ProblemType.NAME_TAKEN, domain.domain());
    }
    audit.record(AuditAction.DOMAIN_PROVEN, domain.domain());
    events.fire(new TenantEvent.Changed(CallContext.requiredTenant()));
    return domain;
  }

  public void release(UUID id) {
    var domain = get(id);
    em.remove(domain);
    audit.record(AuditAction.DOMAIN_RELEASED, domain.domain());
    events.fire(new TenantEvent.Changed(CallContext.requiredTenant()));
  }
}
