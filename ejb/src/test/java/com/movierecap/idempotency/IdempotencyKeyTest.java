package com.movierecap.idempotency;

import static com.movierecap.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movierecap.access.CallContext;
import com.movierecap.kernel.ProblemType;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {
  private static final UUID ADA = UUID.randomUUID();
  private static final UUID BOB = UUID.randomUUID();
  private static final UUID ACME = UUID.randomUUID();

  @Test
  void aRequestNeedNotNameItself() {
    assertThat(IdempotencyKey.of(ADA, null)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"abc,abc", "\"abc\",abc", "` \"abc\" `,abc", "a\"b,a\"b", "\"\"a\"\",\"a\"", "~,~"})
  void itIsTheSameWithAndWithoutQuotes(String header, String value) {
    assertThat(key(ADA, header).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\"\"", "a b", "\"a b\"", "a\tb", "a\nb", "ä", "a\u0000", "🎬"})
  void whatCouldNotBeToldFromAnotherIsNone(String header) {
    assertRefused(() -> IdempotencyKey.of(ADA, header), ProblemType.IDEMPOTENCY_KEY_MALFORMED);
  }

  @Test
  void itHasUpTo255CharactersWithoutItsQuotes() {
    assertThat(key(ADA, "\"" + "k".repeat(255) + "\"").value()).hasSize(255);
    assertRefused(
        () -> IdempotencyKey.of(ADA, "k".repeat(256)), ProblemType.IDEMPOTENCY_KEY_MALFORMED);
  }

  @Test
  void everyTenantAndPersonHasALockOfTheirOwn() {
    var lock = lock(ACME, key(ADA, "k"));
    assertThat(lock(ACME, key(ADA, "\"k\""))).isEqualTo(lock);
    assertThat(lock(ACME, key(BOB, "k"))).isNotEqualTo(lock);
    assertThat(lock(UUID.randomUUID(), key(ADA, "k"))).isNotEqualTo(lock);
    assertThat(lock(ACME, key(ADA, "l"))).isNotEqualTo(lock);
    assertThatThrownBy(() -> key(ADA, "k").lock()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theSameRequestLeadsToTheSameAndAnotherToNothing() {
    var movie = UUID.randomUUID();
    var request =
        new IdempotentRequest(ADA, "k", "film 1", movie, Instant.parse("2026-11-30T12:00:00Z"));
    assertThat(request.resultFor("film 1")).isEqualTo(movie);
    assertRefused(() -> request.resultFor("film 2"), ProblemType.IDEMPOTENCY_KEY_REUSED);
  }

  private static long lock(UUID tenant, IdempotencyKey key) {
    return CallContext.in(tenant).get(key::lock);
  }

  private static IdempotencyKey key(UUID account, String header) {
    return Objects.requireNonNull(IdempotencyKey.of(account, header));
  }
}
