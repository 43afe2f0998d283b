package com.movierecap.identity.account;

import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.i18n.Language;
import com.movierecap.identity.Account;
import com.movierecap.mail.MailKind;
import com.movierecap.mail.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Tells people, and the log, what happened to their account. */
@ApplicationScoped
public class OwnNotices {
  @Inject private Outbox outbox;
  @Inject private AuditService audit;

  void passwordChanged(Account account, Language otherwise) {
    outbox.add(
        MailKind.PASSWORD_CHANGED, account.email(), account.language(otherwise), null, List.of());
    audit.record(AuditAction.PASSWORD_CHANGED, account.email());
  }

  /**
   * @param name what the passkey is called
   */
  void passkeyAdded(Account account, String name, Language otherwise) {
    outbox.add(
        MailKind.PASSKEY_ADDED, account.email(), account.language(otherwise), null, List.of(name));
  }

  /**
   * @param token by which the address is confirmed
   */
  void addressAsked(Account account, String email, String token, Language otherwise) {
    outbox.add(
        MailKind.ADDRESS_CONFIRMATION, email, account.language(otherwise), token, List.of(email));
    audit.record(AuditAction.EMAIL_CHANGE_ASKED, account.email());
  }

  /** To the address that the account had until now. */
  void addressChanged(Account account, String before, Language otherwise) {
    outbox.add(
        MailKind.ADDRESS_CHANGED,
        before,
        account.language(otherwise),
        null,
        List.of(account.email()));
    audit.record(account.origin(), AuditAction.EMAIL_CHANGED, account.email());
  }
}
