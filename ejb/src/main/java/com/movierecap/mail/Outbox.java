package com.movierecap.mail;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.CallContext;
import com.movierecap.crypto.SecretCipher;
import com.movierecap.i18n.Language;
import com.movierecap.jobs.JobEvent;
import com.movierecap.jobs.JobKind;
import com.movierecap.jobs.JobService;
import com.movierecap.kernel.Ids;
import com.movierecap.tenancy.TenantDomains;
import com.movierecap.tenancy.TenantService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The bound tenant's mails. */
@Stateless
@AllowedTo(AllowedTo.OWN_WORK)
public class Outbox {
  @PersistenceContext(unitName = "recap")
  private EntityManager em;

  @Inject private JobService jobs;
  @Inject private MailTemplates letters;
  @Inject private TenantService tenants;
  @Inject private TenantDomains domains;

  @Inject
  @ConfigProperty(name = "identity.secret.key")
  private SecretCipher seal;

  @Inject private Clock clock;

  /**
   * Writes a mail, which is sent once the caller's transaction has committed.
   *
   * @param token by which its link opens; null for a kind without a link
   * @param words as the kind asks for, without the tenant's name
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void add(
      MailKind kind,
      String recipient,
      Language language,
      @Nullable String token,
      List<String> words) {
    var id = Ids.next();
    var content = new Mail.Content(token, words).closed(seal, CallContext.requiredTenant(), id);
    var job = jobs.create(JobKind.MAIL, id);
    em.persist(new Mail(id, job, kind, recipient, language, content, Instant.now(clock)));
    jobs.enqueue(job);
  }

  /** A mail as it is sent; empty where that has happened. */
  public Optional<MailMessage> letter(UUID id) {
    var mail = em.find(Mail.class, id);
    if (mail == null) {
      return Optional.empty();
    }
    return mail.content(seal).map(content -> letters.write(mail, content, addressee()));
  }

  /** Called by the handler in the transaction that ends the job. */
  public void sent(UUID id) {
    em.find(Mail.class, id).sent(Instant.now(clock));
  }

  /** What could not be sent in the end keeps no secret either. */
  public void gaveUp(@Observes JobEvent.Ended ended) {
    if (ended.job().kind() == JobKind.MAIL) {
      Optional.ofNullable(em.find(Mail.class, ended.job().subjectId())).ifPresent(Mail::giveUp);
    }
  }

  private MailSender addressee() {
    var tenant = tenants.get(CallContext.requiredTenant());
    var host = domains.proven().stream().findFirst();
    return new MailSender(tenant.slug(), tenant.displayName(), host.orElse(null));
  }
}
