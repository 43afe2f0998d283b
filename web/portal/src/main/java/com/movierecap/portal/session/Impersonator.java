package com.movierecap.portal.session;

import com.movierecap.access.CallContext;
import com.movierecap.identity.session.Impersonations;
import com.movierecap.kernel.ProblemException;
import com.movierecap.tenancy.TenantDirectory;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes an operator's session another person's for a while; {@link SignOut#back} ends that. */
@RequestScoped
public class Impersonator {
  @Inject private Impersonations impersonations;
  @Inject private TenantDirectory tenants;
  @Inject private SignedIn signedIn;
  @Inject private SessionStarter welcome;

  /**
   * @param reason why, in 10 to 500 characters
   * @throws ProblemException where the reason says nothing, the tenant is closed, or it has nobody
   *     of that address
   */
  public void begin(UUID tenant, String email, @Nullable String reason) throws Exception {
    var place = tenants.resolve(List.of(tenant.toString()));
    var who =
        CallContext.in(place.id())
            .writing()
            .get(() -> impersonations.begin(email, reason, signedIn.signIn()));
    welcome.in(place, who);
  }
}
