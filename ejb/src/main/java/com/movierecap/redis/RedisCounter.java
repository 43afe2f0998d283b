package com.movierecap.redis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Counts for all nodes together what would be too much for the database one by one. What was
 * counted leaves in parcels that have a name: a parcel that was not signed for is handed out again,
 * so that no count is lost with the node that took it, and whoever books it can tell that it was
 * booked before.
 */
@ApplicationScoped
public class RedisCounter {
  private static final String TAKE =
      """
      if redis.call('exists', KEYS[2]) == 0 then
        local count = redis.call('get', KEYS[1])
        if not count then return nil end
        redis.call('del', KEYS[1])
        redis.call('hset', KEYS[2], 'id', ARGV[1], 'count', count)
      end
      return redis.call('hmget', KEYS[2], 'id', 'count')
      """;

  private static final String SIGN =
      """
      if redis.call('hget', KEYS[1], 'id') == ARGV[1] then redis.call('del', KEYS[1]) end
      """;

  @Inject private RedisConnection redis;

  /** What was counted, under a name of its own. */
  public record Parcel(UUID id, long count) {}

  /**
   * @throws redis.clients.jedis.exceptions.JedisException where Redis does not answer: nothing was
   *     counted then
   */
  public void add(RedisKey counter, long count) {
    redis.client().incrBy(counter.value(), count);
  }

  /**
   * Takes what was counted since the last parcel, or the last parcel where nobody signed for it.
   *
   * @param id a name for a new parcel
   * @return empty where nothing was counted
   */
  public Optional<Parcel> take(RedisKey counter, UUID id) {
    var keys = List.of(counter.value(), parcel(counter));
    var taken = (@Nullable List<?>) redis.client().eval(TAKE, keys, List.of(id.toString()));
    return taken == null
        ? Optional.empty()
        : Optional.of(
            new Parcel(
                UUID.fromString((String) taken.get(0)), Long.parseLong((String) taken.get(1))));
  }

  /** The parcel is booked for good. */
  public void sign(RedisKey counter, Parcel parcel) {
    redis.client().eval(SIGN, List.of(parcel(counter)), List.of(parcel.id().toString()));
  }

  private static String parcel(RedisKey counter) {
    return counter.value() + ":parcel";
  }
}
