package com.movierecap.identity.key;

import static com.movierecap.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyRequestTest {
  private static final Duration LIFE = Duration.ofDays(90);

  @ParameterizedTest
  @ValueSource(strings = {"P1D", "P365D"})
  void aKeyLivesADayToAYear(Duration life) {
    assertThat(new ApiKeyRequest("ci", Set.of(Scope.READ), life).life()).isEqualTo(life);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT23H59M59.999S", "P365DT0.000000001S", "P366D", "P-1D"})
  void andNeitherLessNorMore(Duration life) {
    assertInvalid(() -> new ApiKeyRequest("ci", Set.of(Scope.READ), life));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb", "a\nb\nc", "a\u0000"})
  void aKeysNameIsOneLine(String name) {
    assertInvalid(() -> new ApiKeyRequest(name, Set.of(Scope.READ), LIFE));
  }

  @Test
  void aKeysNameHasABound() {
    assertThat(new ApiKeyRequest(" ci ", Set.of(Scope.READ), LIFE).name()).isEqualTo("ci");
    assertThat(new ApiKeyRequest("x".repeat(200), Set.of(Scope.READ), LIFE).name()).hasSize(200);
    assertInvalid(() -> new ApiKeyRequest("x".repeat(201), Set.of(Scope.READ), LIFE));
  }
}
