package com.movierecap.identity.sso;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.identity.OpaqueToken;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PendingAuthorizationTest {
  private static final String ISSUER = "https://login.acme.com/realms/acme";

  @Test
  void onlyTheBrowserThatLeftMayComeBack() {
    var browser = OpaqueToken.next();
    var attempt =
        new PendingAuthorization(
            UUID.randomUUID(), ISSUER, "https://x/cb", "n", "v", OpaqueToken.hash(browser));
    assertThat(attempt.isOf(browser)).isTrue();
    assertThat(attempt.isOf(null)).isFalse();
    assertThat(attempt.isOf("")).isFalse();
    assertThat(attempt.isOf(OpaqueToken.next())).isFalse();
    assertThat(attempt.isOf(attempt.browserHash())).isFalse();
  }
}
