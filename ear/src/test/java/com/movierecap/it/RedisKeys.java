package com.movierecap.it;

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

  static long secondsLeft(String key) {
    try (var redis = client()) {
      return redis.ttl(key);
    }
  }

  static void forget(String key) {
    try (var redis = client()) {
      redis.del(key);
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
