package com.movierecap.it;

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
}
