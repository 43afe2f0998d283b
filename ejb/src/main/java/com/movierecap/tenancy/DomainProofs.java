package com.movierecap.tenancy;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.Role;
import com.movierecap.kernel.ProblemException;
import com.movierecap.outbound.TxtRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Looks in DNS whether a host name is the bound tenant's, and only then writes it down. */
@ApplicationScoped
@AllowedTo(Role.ADMINISTER)
public class DomainProofs {
  @Inject private TenantDomains domains;
  @Inject private TxtRecords dns;

  /**
   * @throws ProblemException where the token is not there, or another tenant has proven the name
   *     before
   */
  public TenantDomain verify(UUID id) {
    return domains.verify(id, dns.of(domains.get(id).recordName()));
  }
}
