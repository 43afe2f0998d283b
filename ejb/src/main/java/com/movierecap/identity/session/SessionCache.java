package com.movierecap.identity.session;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.CallContext;
import com.movierecap.access.Role;
import com.movierecap.redis.RedisCache;
import com.movierecap.redis.RedisKey;
import com.movierecap.tenancy.TenantEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What the bound tenant's sign-ins may do at this moment: asked at every request, remembered by all
 * nodes for seconds, and looked up anew by all of them from the moment that one ends. Where news is
 * lost, or somebody else changed what counts, those seconds are the longest that it takes.
 */
@ApplicationScoped
@AllowedTo(AllowedTo.EVERYBODY)
public class SessionCache {
  /** For so long an answer is remembered. */
  public static final Duration LIFE = Duration.ofSeconds(5);

  private static final String SEPARATOR = ",";

  @Inject private Sessions sessions;
  @Inject private RedisCache cache;

  /**
   * @param claimed what whoever asks takes for granted: where it is otherwise, nothing that was
   *     remembered counts
   * @return groups as in tokens; none where it is over
   */
  public Set<String> groups(UUID signIn, Set<String> claimed) {
    var key = RedisKey.ofTenant("session:" + signIn);
    var remembered = cache.get(epoch(), key);
    if (join(claimed).equals(remembered.value())) {
      return claimed;
    }
    var groups = look(signIn);
    cache.put(key, remembered, join(groups), LIFE);
    return groups;
  }

  private Set<String> look(UUID signIn) {
    var groups = new HashSet<String>();
    // a request that only reads has been seen too
    CallContext.in(CallContext.requiredTenant())
        .writing()
        .run(
            () ->
                sessions
                    .see(signIn)
                    .filter(seen -> seen.impersonation() == null || operates(seen.impersonation()))
                    .ifPresent(seen -> groups.addAll(seen.groups())));
    return groups;
  }

  /** Whether the operator, where they are themself, is one still. */
  private boolean operates(Impersonation impersonation) {
    return CallContext.in(impersonation.operatorTenantId())
        .get(() -> groups(impersonation.operatorSignInId(), Role.OPERATOR.groups()))
        .contains(Role.OPERATE);
  }

  private static String join(Set<String> groups) {
    return String.join(SEPARATOR, new TreeSet<>(groups));
  }

  void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionsChanged event) {
    forget(event.tenant());
  }

  /** What a tenant asks of sign-ins decides what they may do. */
  void secured(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) TenantEvent.SecurityChanged event) {
    forget(event.tenant());
  }

  private void forget(UUID tenant) {
    CallContext.in(tenant).writing().run(() -> cache.forget(epoch()));
  }

  /**
   * Begins anew with every {@link SessionsChanged}, and with it whatever is remembered of who may
   * do what.
   */
  public static RedisKey epoch() {
    return RedisKey.ofTenant("sessions");
  }
}
