package com.movierecap.identity.sso;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.crypto.SecretCipher;
import com.movierecap.identity.Account;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.kernel.Version;
import com.movierecap.tenancy.TenantDomains;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The bound tenant's provider, as its administrators write it. */
@Stateless
@AllowedTo(Role.ADMINISTER)
public class SingleSignOn {
  private static final int LONGEST_SECRET = 1024;

  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private AuditService audit;
  @Inject private TenantDomains domains;

  @Inject
  @ConfigProperty(name = "identity.secret.key")
  private SecretCipher seal;

  @AllowedTo(AllowedTo.EVERYBODY)
  public Optional<SsoProvider> find() {
    return em.createQuery("select p from SsoProvider p", SsoProvider.class)
        .getResultStream()
        .findFirst();
  }

  public SsoProvider get() {
    return find().orElseThrow(ProblemException::notFound);
  }

  /**
   * @param secret the client's, or null to keep the one there is
   * @param expected the version that is to be changed, or null for any
   * @throws ProblemException where an e-mail domain is not proven, or passwords would be shut out
   *     before an administrator came in without one
   */
  @AllowedTo(AllowedTo.OWN_WORK)
  public SsoProvider set(SsoSettings wished, @Nullable String secret, @Nullable Integer expected) {
    Origin.current().mustBeInPerson();
    var known = find();
    Version.mustBe(expected, known.map(SsoProvider::version).orElse(null));
    var proven = domains.proven();
    for (var domain : wished.emailDomains()) {
      if (!proven.contains(domain)) {
        throw new ProblemException(ProblemType.SSO_DOMAIN_UNPROVEN, domain);
      }
    }
    if (wished.shutsPasswordsOut() && !isTried(wished.issuer())) {
      throw new ProblemException(ProblemType.SSO_NOT_TESTED);
    }
    var before = known.map(SsoProvider::settings).orElse(null);
    var provider = stored(known.orElse(null), wished, checked(secret));
    em.flush();
    audit.record(AuditAction.SSO_CHANGED, wished.issuer(), before, wished);
    return provider;
  }

  private SsoProvider stored(
      @Nullable SsoProvider known, SsoSettings wished, @Nullable String secret) {
    if (known != null && secret != null) {
      known.change(wished, secret, seal);
      return known;
    }
    if (known != null && known.settings().issuer().equals(wished.issuer())) {
      known.change(wished);
      return known;
    }
    if (secret == null) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "client_secret");
    }
    var made = new SsoProvider(wished, secret, seal);
    em.persist(made);
    return made;
  }

  public void remove(@Nullable Integer expected) {
    Origin.current().mustBeInPerson();
    var provider = get();
    Version.mustBe(expected, provider.version());
    em.remove(provider);
    audit.record(AuditAction.SSO_REMOVED, provider.settings().issuer(), provider.settings(), null);
  }

  /** For when the provider is broken: whoever has a password may use it again. */
  @AllowedTo(Role.OPERATE)
  public void allowPasswords() {
    var provider = get();
    var before = provider.settings();
    provider.change(before.withPasswords());
    audit.record(AuditAction.SSO_CHANGED, before.issuer(), before, provider.settings());
  }

  /** What must be there to talk to the provider. */
  @AllowedTo(AllowedTo.OWN_WORK)
  public Client client() {
    var provider = get();
    return new Client(provider.settings(), provider.clientSecret(seal));
  }

  /** What we are to the provider, with what only it and we know. */
  public record Client(SsoSettings settings, String secret) {}

  private boolean isTried(String issuer) {
    return em.createQuery(
                "select count(i) from SsoIdentity i, Account a where i.accountId = a.id and"
                    + " i.issuer = :issuer and a.role = :role and a.status = :status",
                Long.class)
            .setParameter("issuer", issuer)
            .setParameter("role", Role.TENANT_ADMIN)
            .setParameter("status", Account.Status.ACTIVE)
            .getSingleResult()
        > 0;
  }

  private static @Nullable String checked(@Nullable String secret) {
    if (secret == null || secret.isBlank()) {
      return null;
    }
    if (secret.length() > LONGEST_SECRET) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "client_secret");
    }
    return secret.strip();
  }
}
