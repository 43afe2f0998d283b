package com.movierecap.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movierecap.access.CallContext;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RedisKeyTest {
  @Test
  void aTenantsNamesInRedisAreItsOwn() {
    var acme = UUID.randomUUID();
    var globex = UUID.randomUUID();
    var key = CallContext.in(acme).get(() -> RedisKey.ofTenant("x"));
    assertThat(key.value()).startsWith(prefix(RedisKey.everythingOf(acme))).endsWith("x");
    assertThat(key.value()).doesNotStartWith(prefix(RedisKey.everythingOf(globex)));
    assertThat(key).isNotEqualTo(CallContext.in(globex).get(() -> RedisKey.ofTenant("x")));
    assertThat(RedisKey.ofNobody(acme + ":x")).isNotEqualTo(key);
    assertThatThrownBy(() -> RedisKey.ofTenant("x")).isInstanceOf(IllegalStateException.class);
  }

  private static String prefix(String pattern) {
    assertThat(pattern).endsWith("*");
    return pattern.substring(0, pattern.length() - 1);
  }
}
