package com.movierecap.identity.account;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.i18n.Language;
import com.movierecap.identity.Accounts;
import com.movierecap.identity.AttemptKind;
import com.movierecap.identity.AttemptLimiter;
import com.movierecap.identity.EmailAddress;
import com.movierecap.identity.account.AccountLink.Purpose;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Changes the address of somebody who knows the password and reads what is sent to the new one. */
@Stateless
public class OwnAddress {
  @Inject private Accounts accounts;
  @Inject private AttemptLimiter limiter;
  @Inject private AccountLinks links;
  @Inject private OwnNotices notices;

  /**
   * Sends a link to the new address; nothing changes until it is used. Whether somebody has that
   * address is told to nobody.
   *
   * @param otherwise the language of somebody who chose none
   * @throws ProblemException where the address is none, or there were too many wishes
   */
  @AllowedTo({Role.VIEW, Role.AUDIT})
  public void ask(PasswordProof present, String email, Language otherwise) {
    Origin.current().mustBeInPerson();
    var address = EmailAddress.of(email, "email");
    var account = present.owner(accounts);
    limiter.ask(AttemptKind.ADDRESS_MAIL, address, account.email());
    if (accounts.find(address).isEmpty()) {
      var token = links.issue(account, Purpose.ADDRESS, address);
      notices.addressAsked(account, address, token, otherwise);
    }
  }

  /**
   * Takes the link that was sent; whoever had the address before is told there.
   *
   * @return the address
   * @throws ProblemException where the link is unknown, used or too old, or somebody else has the
   *     address by now
   */
  @AllowedTo(AllowedTo.EVERYBODY)
  public String confirm(String token, Language otherwise) {
    var opened = links.take(Purpose.ADDRESS, token);
    var address = opened.email();
    if (address == null || accounts.find(address).isPresent()) {
      throw new ProblemException(ProblemType.LINK_REFUSED);
    }
    var account = opened.account();
    var before = account.email();
    account.moveTo(address);
    links.forget(account.id(), Purpose.PASSWORD);
    notices.addressChanged(account, before, otherwise);
    return address;
  }
}
