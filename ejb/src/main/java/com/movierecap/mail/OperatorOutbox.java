package com.movierecap.mail;

import com.movierecap.access.AllowedTo;
import com.movierecap.crypto.SecretCipher;
import com.movierecap.i18n.Language;
import com.movierecap.jobs.JobKind;
import com.movierecap.jobs.OperatorJobs;
import com.movierecap.kernel.Ids;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Mails that operators' doings cause: by the operators' role, which can add them and no more. */
@Stateless
@AllowedTo(AllowedTo.OWN_WORK)
public class OperatorOutbox {
  @PersistenceContext(unitName = "operator")
  private EntityManager em;

  @Inject private OperatorJobs jobs;

  @Inject
  @ConfigProperty(name = "identity.secret.key")
  private SecretCipher seal;

  @Inject private Clock clock;

  /** As {@link Outbox#add}, to somebody of any tenant. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void add(
      UUID tenant,
      MailKind kind,
      String recipient,
      Language language,
      String token,
      List<String> words) {
    var id = Ids.next();
    var job = jobs.enqueue(tenant, JobKind.MAIL, id);
    em.createNativeQuery(
            "insert into mail (tenant_id, id, job_id, kind, recipient, language, content,"
                + " created_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
        .setParameter(1, tenant)
        .setParameter(2, id)
        .setParameter(3, job)
        .setParameter(4, kind.name())
        .setParameter(5, recipient)
        .setParameter(6, language.tag())
        .setParameter(7, new Mail.Content(token, words).closed(seal, tenant, id))
        .setParameter(8, Timestamp.from(Instant.now(clock)))
        .executeUpdate();
  }
}
