package com.movierecap.identity.sso;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.outbound.PublicAddresses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Looks in DNS where a provider is, and only then writes it down. */
@ApplicationScoped
@AllowedTo(Role.ADMINISTER)
public class ProviderRegistration {
  @Inject private SingleSignOn signOn;
  @Inject private PublicAddresses addresses;

  /**
   * @param secret the client's, or null to keep the one there is
   * @param expected the version that is to be changed, or null for any
   * @throws ProblemException where an e-mail domain is not proven, the issuer is at an address that
   *     is not asked, or passwords would be shut out before an administrator came in without one
   */
  public SsoProvider register(
      SsoSettings wished, @Nullable String secret, @Nullable Integer expected) {
    Origin.current().mustBeInPerson();
    if (!addresses.mayBeAsked(URI.create(wished.issuer()))) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "issuer");
    }
    return signOn.set(wished, secret, expected);
  }
}
