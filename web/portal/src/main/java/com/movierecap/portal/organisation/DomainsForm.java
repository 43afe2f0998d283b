package com.movierecap.portal.organisation;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.portal.error.Notices;
import com.movierecap.portal.session.Permissions;
import com.movierecap.tenancy.DomainProofs;
import com.movierecap.tenancy.TenantDomain;
import com.movierecap.tenancy.TenantDomains;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
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

  @Inject private TenantDomains domains;
  @Inject private DomainProofs proofs;
  @Inject private Permissions may;
  @Inject private Notices notices;

  private @Nullable List<TenantDomain> listed;
  private @Nullable String domain;

  public List<TenantDomain> getAll() {
    var known = listed;
    if (known == null) {
      may.mustAdminister();
      known = domains.list();
      listed = known;
    }
    return known;
  }

  public void claim() throws IOException {
    change(
        FIELD,
        () -> {
          var claimed = domains.claim(domain == null ? "" : domain);
          notices.done("organisation.domain.claimed", claimed.domain());
        });
  }

  public void verify(UUID id) throws IOException {
    change(null, () -> notices.done("organisation.domain.now-proven", proofs.verify(id).domain()));
  }

  public void release(UUID id) throws IOException {
    change(
        null,
        () -> {
          domains.release(id);
          notices.done("console.changed");
        });
  }

  private void change(@Nullable String field, Runnable change) throws IOException {
    may.mustAdminister();
    try {
      change.run();
      var external = FacesContext.getCurrentInstance().getExternalContext();
      external.redirect(external.getRequestContextPath() + "/organisation.xhtml");
    } catch (ProblemException e) {
      if (field != null && e.type() == ProblemType.INVALID_REQUEST) {
        notices.entry(e, Map.of(FIELD, field));
      } else {
        notices.problem(e, field);
      }
    }
  }

  public @Nullable String getDomain() {
    return domain;
  }

  public void setDomain(@Nullable String domain) {
    this.domain = domain;
  }
}
