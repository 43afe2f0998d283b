package com.movierecap.it;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import redis.clients.jedis.RedisClient;

/** What lies in Redis, seen from behind. */
final class RedisKeys {
  private RedisKeys() {}

  static Set<String> matching(String pattern) {
    try (var redis = RedisClient.create(TestStack.environment().get("REDIS_URL"))) {
      return redis.keys(pattern);
    }
  }

  static long secondsLeft(String key) {
    try (var redis = RedisClient.create(TestStack.environment().get("REDIS_URL"))) {
      return redis.ttl(key);
    }
  }

  static void forget(String key) {
    try (var redis = RedisClient.create(TestStack.environment().get("REDIS_URL"))) {
      redis.del(key);
    }
  }

  /** Each key that one of the patterns matches, with its value. */
  static Map<String, String> valuesAt(String... patterns) {
    var values = new HashMap<String, String>();
    try (var redis = RedisClient.create(TestStack.environment().get("REDIS_URL"))) {
      for (var pattern : patterns) {
        redis.keys(pattern).forEach(key -> values.put(key, redis.get(key)));
      }
    }
    return values;
  }

  static void write(Map<String, String> values) {
    try (var redis = RedisClient.create(TestStack.environment().get("REDIS_URL"))) {
      values.forEach(redis::set);
    }
  }
}
