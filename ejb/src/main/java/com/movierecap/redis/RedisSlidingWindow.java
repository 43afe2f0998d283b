package com.movierecap.redis;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/**
 * Counts tries at something that may not be tried at will, for all nodes together and by Redis' own
 * clock: each counter holds the moments of those within the last while.
 *
 * <p>Without Redis there are none (fail closed): guessing must not be free while it is away, and
 * whoever could bring it down would have made it so. Who is signed in notices nothing of that.
 */
@ApplicationScoped
public class RedisSlidingWindow {
  private static final Logger LOG = Logger.getLogger(RedisSlidingWindow.class.getName());

  /** All counters are looked at before any of them counts; the answer is what {@link Try} holds. */
  private static final String TAKE =
      """
      local time = redis.call('time')
      local now = time[1] * 1000 + math.floor(time[2] / 1000)
      local window = tonumber(ARGV[1])
      local wait = 0
      for i, key in ipairs(KEYS) do
        local quick, most = tonumber(ARGV[2 * i + 1]), tonumber(ARGV[2 * i + 2])
        redis.call('zremrangebyscore', key, '-inf', now - window)
        local tries = redis.call('zcard', key)
        if tries >= most then
          wait = math.max(wait, redis.call('zrange', key, tries - most, tries - most, 'withscores')[2] + window - now)
        elseif tries >= quick then
          wait = math.max(wait, redis.call('zrange', key, -1, -1, 'withscores')[2] + 1000 * 2 ^ (tries - quick) - now)
        end
      end
      if wait > 0 then return {math.min(wait, window), 0} end
      local full = 0
      for i, key in ipairs(KEYS) do
        redis.call('zadd', key, now, ARGV[2])
        redis.call('pexpire', key, window)
        if full == 0 and redis.call('zcard', key) >= tonumber(ARGV[2 * i + 2]) then
          full = i
          wait = redis.call('zrange', key, 0, 0, 'withscores')[2] + window - now
        end
      end
      return {wait, full}
      """;

  @Inject private RedisConnection redis;

  /**
   * One counter and how much it allows within a while.
   *
   * @param quick how many tries there are without a wait; after that each waits for twice as long
   *     as the one before, from one second on
   * @param most how many there are at all: the next has to wait until the first is long enough ago
   */
  public record Limit(RedisKey key, int quick, int most) {}

  /**
   * What became of a try.
   *
   * @param id by which it can be given back
   * @param pause how long the next must wait, as far as that is known; for a try that was not
   *     allowed, how long it must
   * @param full the place among the limits, from 1 on, of the first that allows no more after this
   *     one; 0 where there is none
   */
  public record Try(boolean allowed, UUID id, Duration pause, int full) {}

  /**
   * Takes one try from all counters, or from none where one of them does not allow it.
   *
   * @param window how long a try is remembered
   * @throws ProblemException where Redis does not answer
   */
  public Try take(List<Limit> limits, Duration window) {
    var id = UUID.randomUUID();
    var arguments = new ArrayList<>(List.of(Long.toString(window.toMillis()), id.toString()));
    for (var limit : limits) {
      arguments.add(Integer.toString(limit.quick()));
      arguments.add(Integer.toString(limit.most()));
    }
    try {
      var keys = limits.stream().map(limit -> limit.key().value()).toList();
      var answer = (List<?>) redis.client().eval(TAKE, keys, arguments);
      long wait = (Long) answer.get(0);
      int full = ((Long) answer.get(1)).intValue();
      return new Try(wait == 0 || full > 0, id, Duration.ofMillis(wait), full);
    } catch (JedisException e) {
      LOG.log(Level.SEVERE, "tries could not be counted", e);
      throw new ProblemException(ProblemType.UNAVAILABLE);
    }
  }

  /** That try was none. */
  public void giveBack(List<Limit> limits, Try taken) {
    quietly(
        () ->
            limits.forEach(
                limit -> redis.client().zrem(limit.key().value(), taken.id().toString())));
  }

  /** From here on there are as many as at first. */
  public void forget(RedisKey key) {
    quietly(() -> redis.client().del(key.value()));
  }

  /** Keeps a mark for a while. */
  public void mark(RedisKey key, Duration life) {
    quietly(() -> redis.client().set(key.value(), "", SetParams.setParams().px(life.toMillis())));
  }

  /** Whether the mark is there; false where Redis does not answer. */
  public boolean isMarked(RedisKey key) {
    try {
      return redis.client().exists(key.value());
    } catch (JedisException e) {
      LOG.log(Level.WARNING, "marks could not be looked up: {0}", e.getMessage());
      return false;
    }
  }

  private static void quietly(Runnable step) {
    try {
      step.run();
    } catch (JedisException e) {
      LOG.log(Level.WARNING, "tries could not be noted: {0}", e.getMessage());
    }
  }
}
