package com.movierecap.identity.key;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.CallContext;
import com.movierecap.identity.session.SessionCache;
import com.movierecap.json.Json;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.redis.RedisCache;
import com.movierecap.redis.RedisKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * What a key opens at this moment: asked at every request, remembered by all nodes for seconds, as
 * {@link SessionCache} remembers what sign-ins may do, and forgotten together with that. What opens
 * nothing is never remembered: whoever guesses fills no memory, and a checksum that is wrong costs
 * no look anywhere.
 */
@ApplicationScoped
@AllowedTo(AllowedTo.EVERYBODY)
public class ApiKeyAuthenticator {
  @Inject private ApiKeys keys;
  @Inject private RedisCache cache;

  @Inject private Clock clock;

  /**
   * @throws ProblemException where it opens nothing, whatever the cause
   */
  public ApiKeyPrincipal open(String text) {
    return ApiKeyToken.parse(text)
        .flatMap(key -> CallContext.in(key.tenant()).get(() -> find(key.hash())))
        .orElseThrow(() -> new ProblemException(ProblemType.API_KEY_REFUSED));
  }

  private Optional<ApiKeyPrincipal> find(String hash) {
    var place = RedisKey.ofTenant("api-key:" + hash);
    var remembered = cache.get(SessionCache.epoch(), place);
    if (remembered.value() != null) {
      return Optional.of(Json.parse(remembered.value(), ApiKeyPrincipal.class));
    }
    var found = keys.use(hash);
    // not beyond the key's own end: in its last seconds it is not remembered
    found
        .filter(use -> Instant.now(clock).plus(SessionCache.LIFE).isBefore(use.until()))
        .ifPresent(use -> cache.put(place, remembered, Json.line(use.holder()), SessionCache.LIFE));
    return found.map(ApiKeys.Use::holder);
  }
}
