package com.movierecap.identity.account;

import com.movierecap.access.AllowedTo;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.i18n.Language;
import com.movierecap.identity.Account;
import com.movierecap.identity.Accounts;
import com.movierecap.identity.HashedPassword;
import com.movierecap.identity.account.AccountLink.Purpose;
import com.movierecap.identity.session.Sessions;
import com.movierecap.kernel.ProblemException;
import com.movierecap.mail.MailKind;
import com.movierecap.mail.Outbox;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Helps people of the bound tenant who have forgotten their password, by their mailbox. */
@Stateless
@AllowedTo(AllowedTo.EVERYBODY)
public class LostPasswords {
  @Inject private Accounts accounts;
  @Inject private AccountLinks links;
  @Inject private Sessions sessions;
  @Inject private Outbox outbox;
  @Inject private AuditService audit;

  /**
   * Sends a link to whoever has the address, if anybody has.
   *
   * @param otherwise the language of somebody who chose none
   */
  public void send(String email, Language otherwise) {
    accounts.find(email).filter(Account::mayCome).ifPresent(account -> send(account, otherwise));
  }

  private void send(Account account, Language otherwise) {
    var token = links.issue(account, Purpose.PASSWORD, null);
    outbox.add(
        MailKind.PASSWORD_RESET, account.email(), account.language(otherwise), token, List.of());
    audit.record(AuditAction.PASSWORD_RESET_ASKED, account.email());
  }

  /**
   * Looks at a link before the work of hashing a password for it.
   *
   * @throws ProblemException where it is unknown, used or too old, or too many were tried
   */
  public void mustOpen(String token) {
    links.look(Purpose.PASSWORD, token);
  }

  /**
   * Gives the account that a link leads to another password, and ends all that was signed in. A
   * second factor stays: a mailbox is none.
   *
   * @param otherwise the language of somebody who chose none
   * @throws ProblemException where the link is unknown, used or too old, or the password cannot be
   *     taken
   */
  public void choose(String token, HashedPassword password, Language otherwise) {
    var account = links.take(Purpose.PASSWORD, token).account();
    accounts.choose(account, password);
    sessions.endAll(account.id());
    outbox.add(
        MailKind.PASSWORD_CHANGED, account.email(), account.language(otherwise), null, List.of());
    audit.record(account.origin(), AuditAction.PASSWORD_RESET, account.email());
  }
}
