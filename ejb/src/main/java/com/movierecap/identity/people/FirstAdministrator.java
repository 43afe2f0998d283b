package com.movierecap.identity.people;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.Role;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.OperatorAudit;
import com.movierecap.i18n.Language;
import com.movierecap.i18n.Messages;
import com.movierecap.identity.EmailAddress;
import com.movierecap.mail.MailKind;
import com.movierecap.mail.OperatorOutbox;
import com.movierecap.tenancy.TenantEvent;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Invites the first administrator of a tenant, in the transaction in which an operator makes the
 * tenant. By the operators' role in the database: no other connection sees the tenant yet.
 */
@Stateless
@AllowedTo(AllowedTo.OWN_WORK)
public class FirstAdministrator {
  @Resource(lookup = "jdbc/operator")
  private DataSource operators;

  @Inject private OperatorAudit audit;
  @Inject private OperatorOutbox mails;

  @Inject private Clock clock;

  public void invite(@Observes TenantEvent.Created created) {
    if (created.adminEmail() != null) {
      var address = EmailAddress.of(created.adminEmail(), "admin_email");
      invite(created.tenant(), address, created.adminLanguage());
    }
  }

  private void invite(UUID tenant, String address, Language language) {
    var token = written(tenant, address, language);
    var us = Messages.in(language).get("product.name");
    mails.add(tenant, MailKind.INVITATION, address, language, token, List.of(us));
    audit.record(tenant, AuditAction.INVITATION, address, null, null);
  }

  private String written(UUID tenant, String address, Language language) {
    try (var connection = operators.getConnection()) {
      return OperatorInvitation.add(
          connection, tenant, address, Role.TENANT_ADMIN, language.tag(), Instant.now(clock));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
