package com.movierecap.redis;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/** What one request leaves for one other, on whichever node: whoever takes it is the only one. */
@ApplicationScoped
public class RedisOnce {
  private static final Logger LOG = Logger.getLogger(RedisOnce.class.getName());

  @Inject private RedisConnection redis;

  /**
   * @throws ProblemException where Redis does not answer
   */
  public void put(RedisKey key, String value, Duration life) {
    try {
      redis.client().set(key.value(), value, SetParams.setParams().px(life.toMillis()));
    } catch (JedisException e) {
      throw away(e);
    }
  }

  /**
   * @return empty where it was taken before, is too old, or never was there
   * @throws ProblemException where Redis does not answer
   */
  public Optional<String> take(RedisKey key) {
    try {
      return Optional.ofNullable(redis.client().getDel(key.value()));
    } catch (JedisException e) {
      throw away(e);
    }
  }

  private static ProblemException away(JedisException e) {
    LOG.log(Level.SEVERE, "Redis does not answer", e);
    return new ProblemException(ProblemType.UNAVAILABLE);
  }
}
