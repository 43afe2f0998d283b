package com.movierecap.identity.sso;

import com.movierecap.access.AllowedTo;
import com.movierecap.identity.AttemptKind;
import com.movierecap.identity.AttemptLimiter;
import com.movierecap.identity.OpaqueToken;
import com.movierecap.json.Json;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.redis.RedisKey;
import com.movierecap.redis.RedisOnce;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sign-ins that were begun: each can be finished once, by the browser that began it. */
@ApplicationScoped
@AllowedTo(AllowedTo.EVERYBODY)
public class PendingAuthorizations {
  /** How long somebody may take at their provider. */
  public static final Duration LIFE = Duration.ofMinutes(10);

  @Inject private RedisOnce redis;
  @Inject private AttemptLimiter limiter;

  void begin(String state, PendingAuthorization attempt) {
    redis.put(key(state), Json.line(attempt), LIFE);
  }

  /**
   * Takes what was begun under a state; after that it is gone, whatever comes of it.
   *
   * @param browser what the browser brought in its cookie
   * @throws ProblemException where there is none, another browser began it, or too many were tried
   */
  public PendingAuthorization take(@Nullable String state, @Nullable String browser) {
    if (state == null || state.isEmpty() || browser == null) {
      throw new ProblemException(ProblemType.SSO_FAILED);
    }
    return limiter
        .open(
            AttemptKind.SSO_STATE,
            () ->
                redis
                    .take(key(state))
                    .map(json -> Json.parse(json, PendingAuthorization.class))
                    .filter(attempt -> attempt.isOf(browser)))
        .orElseThrow(() -> new ProblemException(ProblemType.SSO_FAILED));
  }

  private static RedisKey key(String state) {
    return RedisKey.ofNobody("sso:" + OpaqueToken.hash(state));
  }
}
