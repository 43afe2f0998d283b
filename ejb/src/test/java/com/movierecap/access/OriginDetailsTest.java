package com.movierecap.access;

import static com.movierecap.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.kernel.ProblemType;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginDetailsTest {
  private static final UUID ACCOUNT = UUID.randomUUID();
  private static final UUID TENANT = UUID.randomUUID();

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", "\r\n", "\u0000\t"})
  void aDeviceThatSaysNothingIsNone(String device) {
    assertThat(somebody(device).shownDevice()).isNull();
  }

  @Test
  void aDeviceIsOneLine() {
    assertThat(somebody("curl/8\r\nX-Admin: 1\u0000").shownDevice())
        .isEqualTo("curl/8  X-Admin: 1");
  }

  @Test
  void ofALongDeviceTheBeginningIsKeptInWholeCharacters() {
    assertThat(somebody("x".repeat(200)).shownDevice()).hasSize(200);
    assertThat(somebody("x".repeat(201)).shownDevice()).hasSize(200);
    assertThat(somebody("x".repeat(199) + "🎬").shownDevice()).isEqualTo("x".repeat(199));
  }

  @Test
  void theLogSaysByWhichKeyAndInWhosePlace() {
    var operator = somebody(null).as(ACCOUNT, TENANT, "op@platform.example");
    assertThat(operator.actor()).isEqualTo("op@platform.example");
    assertThat(operator.byKey("mrk_12345678").actor())
        .isEqualTo("op@platform.example (mrk_12345678)");
    assertThat(operator.byKey("mrk_12345678").inPlaceOf("ada@acme.example").actor())
        .isEqualTo("op@platform.example (mrk_12345678) → ada@acme.example");
    assertThat(somebody(null).actor()).isEqualTo("anonymous");
  }

  @Test
  void whoIsInAnothersPlaceProvesNothing() {
    var operator = somebody(null).as(ACCOUNT, TENANT, "op@platform.example");
    operator.mustBeInPerson();
    var instead = operator.inPlaceOf("ada@acme.example");
    assertRefused(instead::mustBeInPerson, ProblemType.NOT_IN_PERSON);
    assertRefused(() -> instead.byKey("k").mustBeInPerson(), ProblemType.NOT_IN_PERSON);
    assertRefused(
        () -> instead.with(Set.of(Role.ADMINISTER)).mustBeInPerson(), ProblemType.NOT_IN_PERSON);
  }

  @Test
  void anotherPersonBeginsWithoutTheKeyAndThePlaceOfTheFirst() {
    var first = somebody("x").as(ACCOUNT, TENANT, "a").byKey("k").inPlaceOf("b");
    var second = first.as(UUID.randomUUID(), TENANT, "c");
    assertThat(second.actor()).isEqualTo("c");
    second.mustBeInPerson();
    assertThat(second.address()).isEqualTo(first.address());
    assertThat(second.request()).isEqualTo(first.request());
  }

  @Test
  void theServiceHasNoNetwork() {
    assertThat(Origin.ofService().network()).isEqualTo("-");
  }

  private static Origin somebody(@Nullable String device) {
    return Origin.somebody("203.0.113.7", device, "r1");
  }
}
