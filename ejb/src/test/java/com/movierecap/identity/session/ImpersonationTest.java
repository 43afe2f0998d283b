package com.movierecap.identity.session;

import static com.movierecap.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movierecap.access.Origin;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImpersonationTest {
  private static final String REASON = "a ticket: the picture is black";
  private static final UUID PLATFORM = UUID.randomUUID();

  private final Origin operator =
      Origin.somebody("203.0.113.9", null, "r2")
          .as(UUID.randomUUID(), PLATFORM, "op@platform.example");

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "too short", "         x         ", "\n\n\n\n\n\n\n\n\n\n\n\n"})
  void aReasonThatSaysNothingIsNone(String reason) {
    assertInvalid(() -> new Impersonation(operator, UUID.randomUUID(), reason));
  }

  @Test
  void aReasonIsOneLineWithinItsBounds() {
    assertThat(reason(" ten chars. ")).isEqualTo("ten chars.");
    assertThat(reason("a ticket:\nthe picture\u0000is black"))
        .isEqualTo("a ticket: the picture is black");
    assertThat(reason("x".repeat(500))).hasSize(500);
    assertInvalid(() -> reason("x".repeat(501)));
  }

  @Test
  void nobodyUnknownTakesAnothersPlace() {
    assertThatThrownBy(
            () ->
                new Impersonation(
                    Origin.somebody("203.0.113.9", null, "1"), UUID.randomUUID(), REASON))
        .isInstanceOf(NullPointerException.class);
  }

  private String reason(String text) {
    return new Impersonation(operator, UUID.randomUUID(), text).reason();
  }
}
