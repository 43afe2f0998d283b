package com.movierecap.redis;

import com.movierecap.access.CallContext;
import java.util.UUID;

/** Names in Redis: the bound tenant's own, or, where it says so, nobody's. */
public record RedisKey(String value) {
  private static final String PREFIX = "recap:";

  /** All channels and keys of ours. */
  static final String EVERYTHING = PREFIX + "*";

  public static RedisKey ofTenant(String name) {
    return new RedisKey(folder(CallContext.requiredTenant()) + name);
  }

  /** What is known before there is a tenant. */
  public static RedisKey ofNobody(String name) {
    return new RedisKey(PREFIX + "-:" + name);
  }

  /** All that a tenant has. */
  static String everythingOf(UUID tenant) {
    return folder(tenant) + "*";
  }

  private static String folder(UUID tenant) {
    return PREFIX + tenant + ":";
  }
}
