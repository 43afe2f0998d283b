package com.movierecap.storage;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Counts tries at something that may not be guessed, for all nodes together. Without Redis there
 * are none: guessing must not be free while it is away.
 */
@ApplicationScoped
public class RedisAttempts {
  private static final Logger LOG = Logger.getLogger(RedisAttempts.class.getName());

  /** In one step, so that no count is left without an end. */
  private static final String TAKE =
      """
      local tries = redis.call('incr', KEYS[1])
      if tries <= tonumber(ARGV[1]) then redis.call('pexpire', KEYS[1], ARGV[2]) end
      return tries
      """;

  @Inject private RedisConnection redis;

  /**
   * Takes one try.
   *
   * @param most how many there are
   * @param life how long after the newest of them all are forgotten; tries beyond them do not
   *     lengthen it
   * @return how many were taken, this one included
   * @throws ProblemException where Redis does not answer
   */
  public long take(RedisKey key, int most, Duration life) {
    try {
      var limits = List.of(Integer.toString(most), Long.toString(life.toMillis()));
      return (Long) redis.client().eval(TAKE, List.of(key.value()), limits);
    } catch (JedisException e) {
      LOG.log(Level.SEVERE, "tries could not be counted", e);
      throw new ProblemException(ProblemType.UNAVAILABLE);
    }
  }

  /** After one that was right. */
  public void forget(RedisKey key) {
    try {
      redis.client().del(key.value());
    } catch (JedisException e) {
      LOG.log(Level.WARNING, "tries could not be forgotten: {0}", e.getMessage());
    }
  }
}
