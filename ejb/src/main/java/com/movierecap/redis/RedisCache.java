package com.movierecap.redis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.params.SetParams;

/**
 * What all nodes remember for a while. Each entry belongs to an epoch; {@link #forget} begins the
 * next, and with that every older entry is worth nothing, on every node, even one that is written
 * later by somebody who had read the database before. Without Redis nothing is remembered.
 */
@ApplicationScoped
public class RedisCache {
  private static final Logger LOG = Logger.getLogger(RedisCache.class.getName());
  private static final String SEPARATOR = "\n";

  @Inject private RedisConnection redis;

  /**
   * What is remembered under a key, and the epoch that an entry must be written with.
   *
   * @param epoch null where Redis does not answer
   */
  public record Found(@Nullable String value, @Nullable String epoch) {}

  public Found get(RedisKey epoch, RedisKey key) {
    try {
      var values = redis.client().mget(epoch.value(), key.value());
      var now = values.get(0) == null ? "0" : values.get(0);
      var entry = values.get(1);
      var current = entry != null && entry.startsWith(now + SEPARATOR);
      return new Found(current ? entry.substring(now.length() + 1) : null, now);
    } catch (JedisException e) {
      LOG.log(Level.WARNING, "the cache does not answer: {0}", e.getMessage());
      return new Found(null, null);
    }
  }

  /**
   * @param found what {@link #get} said before the value was looked up
   */
  public void put(RedisKey key, Found found, String value, Duration life) {
    if (found.epoch() == null) {
      return;
    }
    try {
      redis
          .client()
          .set(
              key.value(),
              found.epoch() + SEPARATOR + value,
              SetParams.setParams().px(life.toMillis()));
    } catch (JedisException e) {
      LOG.log(Level.WARNING, "the cache does not answer: {0}", e.getMessage());
    }
  }

  public void forget(RedisKey epoch) {
    try {
      redis.client().incr(epoch.value());
    } catch (JedisException e) {
      LOG.log(Level.SEVERE, "what nodes remember could not be made outdated", e);
    }
  }

  /**
   * Deletes every key of a tenant.
   *
   * @param others what is nobody's and speaks of that tenant
   */
  public void purge(UUID tenant, RedisKey... others) {
    for (var other : others) {
      redis.client().del(other.value());
    }
    var cursor = ScanParams.SCAN_POINTER_START;
    var mine = new ScanParams().match(RedisKey.everythingOf(tenant)).count(1000);
    do {
      var page = redis.client().scan(cursor, mine);
      page.getResult().forEach(redis.client()::del);
      cursor = page.getCursor();
    } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
  }
}
