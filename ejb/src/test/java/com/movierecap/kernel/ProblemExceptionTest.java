package com.movierecap.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemExceptionTest {
  @ParameterizedTest
  @CsvSource({"PT0S,0", "PT0.001S,1", "PT1S,1", "PT1.001S,2", "PT4M59.5S,300"})
  void nobodyIsToldToComeBackTooEarly(Duration wait, long seconds) {
    assertThat(new ProblemException(ProblemType.PASSWORD_PAUSED, wait).retryAfter())
        .contains(seconds);
  }

  @Test
  void whatIsNoTimeIsNoWait() {
    assertThat(new ProblemException(ProblemType.NOT_FOUND).retryAfter()).isEmpty();
    assertThat(new ProblemException(ProblemType.TOO_LARGE, 300L).retryAfter()).isEmpty();
    assertThat(
            new ProblemException(ProblemType.MAIL_PAUSED, "x", Duration.ofSeconds(7)).retryAfter())
        .contains(7L);
  }

  @Test
  void itsArgumentsAreNobodyElsesToChange() {
    var problem = new ProblemException(ProblemType.INVALID_REQUEST, "limit");
    problem.arguments()[0] = "changed";
    assertThat(problem.arguments()).containsExactly("limit");
  }

  @ParameterizedTest
  @EnumSource(ProblemType.class)
  void aTypeIsFoundByItsSlug(ProblemType type) {
    assertThat(ProblemType.of(type.slug())).isEqualTo(type);
    assertThat(type.slug()).matches("[a-z0-9]+(-[a-z0-9]+)*");
    assertThat(type.status()).isBetween(400, 503);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NOT_FOUND", "not_found", "no-such-problem"})
  void whatIsUnknownIsAnInvalidRequest(String slug) {
    assertThat(ProblemType.of(slug)).isEqualTo(ProblemType.INVALID_REQUEST);
  }

  @Test
  void noTwoTypesShareTheirWords() {
    var keys =
        Arrays.stream(ProblemType.values()).map(ProblemType::titleKey).collect(Collectors.toSet());
    assertThat(keys).hasSameSizeAs(ProblemType.values());
  }
}
