package com.movierecap.identity.people;

import com.movierecap.access.Role;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.identity.Account;
import com.movierecap.identity.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** Gives accounts another role or status: written down, and what was allowed before ends. */
@ApplicationScoped
public class AccountChanges {
  @Inject private AuditService audit;
  @Inject private Sessions sessions;

  /** What the log keeps of an account. */
  private record Facts(String role, String status) {
    static Facts of(Account account) {
      return new Facts(account.role().slug(), account.status().name().toLowerCase(Locale.ROOT));
    }
  }

  void give(Account account, Role role) {
    var before = Facts.of(account);
    account.become(role);
    audit.record(AuditAction.ROLE_CHANGED, account.called(), before, Facts.of(account));
    sessions.endAll(account.id());
  }

  void set(Account account, Account.Status status) {
    var before = Facts.of(account);
    if (status == Account.Status.ACTIVE) {
      account.enable();
      audit.record(AuditAction.ACCOUNT_ENABLED, account.called(), before, Facts.of(account));
    } else {
      account.disable();
      audit.record(AuditAction.ACCOUNT_DISABLED, account.called(), before, Facts.of(account));
      sessions.endAll(account.id());
    }
  }
}
