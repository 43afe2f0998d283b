package com.movierecap.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpaqueTokenTest {
  @Test
  void noTwoSecretsAreTheSameAndNoneIsKeptAsItIs() {
    var secrets = Stream.generate(OpaqueToken::next).limit(1000).collect(Collectors.toSet());
    assertThat(secrets).hasSize(1000).allMatch(secret -> secret.matches("[A-Za-z0-9_-]{43}"));
    var secret = secrets.iterator().next();
    assertThat(OpaqueToken.hash(secret))
        .matches("[0-9a-f]{64}")
        .isNotEqualTo(OpaqueToken.hash(secret + "x"));
  }
}
