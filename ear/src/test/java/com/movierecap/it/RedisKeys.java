package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import redis.clients.jedis.RedisClient;

/** What lies in Redis, seen from behind. */
final class RedisKeys {
  private RedisKeys() {}

  static Set<String> matching(String pattern) {
    try (var redis = client()) {
      return redis.keys(pattern);
    }
  }

  /** As if tries had been made that much earlier; or later, where it is negative. */
  static void age(String pattern, Duration by) {
    try (var redis = client()) {
      var keys = redis.keys(pattern);
      assertThat(keys).as(pattern).isNotEmpty();
      for (var key : keys) {
        redis.zrange(key, 0, -1).forEach(tried -> redis.zincrby(key, -by.toMillis(), tried));
      }
    }
  }

  /** As if somebody had tried that often a moment ago. */
  static void fill(String key, int tries) {
    try (var redis = client()) {
      for (int i = 0; i < tries; i++) {
        redis.zadd(key, System.currentTimeMillis(), "test-" + i);
      }
    }
  }

  static long count(String key) {
    try (var redis = client()) {
      return redis.zcard(key);
    }
  }

  /** Each key that one of the patterns matches, with its value. */
  static Map<String, String> valuesAt(String... patterns) {
    var values = new HashMap<String, String>();
    try (var redis = client()) {
      for (var pattern : patterns) {
        redis.keys(pattern).forEach(key -> values.put(key, redis.get(key)));
      }
    }
    return values;
  }

  static void write(Map<String, String> values) {
    try (var redis = client()) {
      values.forEach(redis::set);
    }
  }

  private static RedisClient client() {
    return RedisClient.create(TestStack.environment().get("REDIS_URL"));
  }
}
