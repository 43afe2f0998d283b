package com.movierecap.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class FactorMethodsTest {
  @Test
  void aProgramOrAPasskeyIsAFactor() {
    assertThat(new FactorMethods(false, Set.of()).isAny()).isFalse();
    assertThat(new FactorMethods(true, Set.of()).isAny()).isTrue();
    assertThat(new FactorMethods(false, Set.of("acme.example")).isAny()).isTrue();
  }

  @Test
  void aPasskeyOpensAtItsOwnHostAlone() {
    var methods = new FactorMethods(true, Set.of("acme.example", "acme.localhost"));
    assertThat(methods.hasPasskeyAt("acme.localhost")).isTrue();
    assertThat(methods.hasPasskeyAt("globex.localhost")).isFalse();
  }
}
