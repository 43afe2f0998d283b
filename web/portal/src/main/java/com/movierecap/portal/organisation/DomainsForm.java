package com.movierecap.portal.organisation;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.portal.error.Notices;
import com.movierecap.portal.page.Next;
import com.movierecap.portal.page.Once;
import com.movierecap.portal.page.Steps;
import com.movierecap.portal.session.Permissions;
import com.movierecap.tenancy.DomainProofs;
import com.movierecap.tenancy.TenantDomain;
import com.movierecap.tenancy.TenantDomains;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The organisation's own host names: claim, prove, give back. */
@Named("domains")
@RequestScoped
public class DomainsForm {
  private static final String FIELD = "domain";
  private static final Next PAGE = Next.page("/organisation.xhtml");

  @Inject private TenantDomains domains;
  @Inject private DomainProofs proofs;
  @Inject private Permissions may;
  @Inject private Notices notices;
  @Inject private Steps steps;

  private final Once<List<TenantDomain>> all = new Once<>(this::list);
  private @Nullable String domain;

  public List<TenantDomain> getAll() {
    return all.get();
  }

  private List<TenantDomain> list() {
    may.mustAdminister();
    return domains.list();
  }

  public void claim() throws IOException {
    may.mustAdminister();
    steps.take(
        () -> {
          var claimed = domains.claim(domain == null ? "" : domain);
          return PAGE.saying("organisation.domain.claimed", claimed.domain());
        },
        this::tell);
  }

  private void tell(ProblemException problem) {
    if (problem.type() == ProblemType.INVALID_REQUEST) {
      notices.entry(problem, Map.of(FIELD, FIELD));
    } else {
      notices.problem(problem, FIELD);
    }
  }

  public void verify(UUID id) throws IOException {
    may.mustAdminister();
    steps.take(() -> PAGE.saying("organisation.domain.now-proven", proofs.verify(id).domain()));
  }

  public void release(UUID id) throws IOException {
    may.mustAdminister();
    steps.take(() -> domains.release(id), PAGE.saying("console.changed"));
  }

  public @Nullable String getDomain() {
    return domain;
  }

  public void setDomain(@Nullable String domain) {
    this.domain = domain;
  }
}
