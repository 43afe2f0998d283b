package com.movierecap.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.access.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RememberedDeviceTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  @Test
  void aDeviceIsRememberedForThirtyDaysAsOneLine() {
    var from = Origin.somebody("::ffff:203.0.113.7", "Firefox\r\nX: 1", "r1");
    var device = new RememberedDevice(UUID.randomUUID(), "token", from, NOW);
    assertThat(device.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(30)));
    assertThat(device.device()).isEqualTo("Firefox  X: 1");
    assertThat(device.address()).isEqualTo("203.0.113.7");
  }
}
