package com.movierecap.identity.sso;

import com.movierecap.access.OpenTo;
import com.movierecap.identity.AttemptKind;
import com.movierecap.identity.AttemptLimiter;
import com.movierecap.identity.Secret;
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
@OpenTo(OpenTo.EVERYBODY)
public class Attempts {
  /** How long somebody may take at their provider. */
  public static final Duration LIFE = Duration.ofMinutes(10);

  @Inject private RedisOnce redis;
  @Inject private AttemptLimiter limiter;

  void begin(String state, Attempt attempt) {
    redis.put(key(state), Json.line(attempt), LIFE);
  }

  /**
   * Takes what was begun under a state; after that it is gone, whatever comes of it.
   *
   * @param browser what the browser brought in its cookie
   * @throws ProblemException where there is none, another browser began it, or too many were tried
   */
  public Attempt take(@Nullable String state, @Nullable String browser) {
    if (state == null || state.isEmpty() || browser == null) {
      throw new ProblemException(ProblemType.SSO_FAILED);
    }
    return limiter
        .open(
            AttemptKind.SSO_STATE,
            () ->
                redis
                    .take(key(state))
                    .map(json -> Json.parse(json, Attempt.class))
                    .filter(attempt -> attempt.isOf(browser)))
        .orElseThrow(() -> new ProblemException(ProblemType.SSO_FAILED));
  }

  private static RedisKey key(String state) {
    return RedisKey.ofNobody("sso:" + Secret.hash(state));
  }
}
