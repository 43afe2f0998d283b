package com.movierecap.identity.account;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.identity.factor.SecondFactors;
import com.movierecap.identity.session.Sessions;
import com.movierecap.kernel.ProblemException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Confirms a second factor in the session that it was begun in. */
@Stateless
@AllowedTo({Role.VIEW, Role.AUDIT, Role.ENROL})
public class OwnSecondFactor {
  @Inject private SecondFactors factors;
  @Inject private Sessions sessions;

  /**
   * Makes the program that was begun the account's second factor. From here on the session counts
   * as one with a second factor, and every other that began without is over.
   *
   * @param session the caller's own
   * @return recovery codes, never to be seen again
   * @throws ProblemException where nothing was begun, or the code is missing or wrong
   */
  public List<String> confirm(UUID account, UUID session, @Nullable String otp) {
    Origin.current().mustBeInPerson();
    var codes = factors.confirm(account, otp);
    sessions.showedFactor(session);
    return codes;
  }
}
