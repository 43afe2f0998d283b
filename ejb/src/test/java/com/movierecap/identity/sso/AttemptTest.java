package com.movierecap.identity.sso;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.identity.Secret;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AttemptTest {
  private static final String ISSUER = "https://login.acme.com/realms/acme";

  @Test
  void onlyTheBrowserThatLeftMayComeBack() {
    var browser = Secret.next();
    var attempt =
        new Attempt(UUID.randomUUID(), ISSUER, "https://x/cb", "n", "v", Secret.hash(browser));
    assertThat(attempt.isOf(browser)).isTrue();
    assertThat(attempt.isOf(null)).isFalse();
    assertThat(attempt.isOf("")).isFalse();
    assertThat(attempt.isOf(Secret.next())).isFalse();
    assertThat(attempt.isOf(attempt.browserHash())).isFalse();
  }
}
