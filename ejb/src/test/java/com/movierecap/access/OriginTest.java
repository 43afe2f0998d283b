package com.movierecap.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {
  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.7",
    "::ffff:203.0.113.7, 203.0.113.7",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
    "2001:0DB8:0001:0002::9, 2001:db8:1:2::/64",
    "::1, ::/64",
    "nonsense, nonsense"
  })
  void anAddressCountsAsItsNetwork(String address, String network) {
    assertThat(Origin.somebody(address, null, "1").network()).isEqualTo(network);
  }

  @ParameterizedTest
  @CsvSource({"1.2.3.4, 1.2.3.4", "::ffff:1.2.3.4, 1.2.3.4", "2001:DB8:0:0::1, 2001:db8::1"})
  void anAddressIsKeptAsEverybodyWritesIt(String address, String kept) {
    assertThat(Origin.somebody(address, null, "1").address()).isEqualTo(kept);
  }

  @Test
  void whoeverComesHasNoRoleUntilOneIsKnown() {
    var somebody = Origin.somebody("1.2.3.4", null, "1");
    assertThat(somebody.roles()).isEmpty();
    assertThat(somebody.as(UUID.randomUUID(), UUID.randomUUID(), "a@b.example").roles()).isEmpty();
    assertThat(somebody.with(Set.of(Role.VIEW)).byKey("k").inPlaceOf("a@b.example").roles())
        .containsExactly(Role.VIEW);
  }

  @Test
  void rolesAreTheirsOnlyWhileTheyAreBound() throws Exception {
    var viewer = Origin.somebody("1.2.3.4", null, "1").with(Set.of(Role.VIEW));
    assertThat(CallContext.current().by(viewer).call(() -> Origin.current().roles()))
        .containsExactly(Role.VIEW);
    assertThat(CallContext.current().by(viewer).get(() -> Origin.current().roles()))
        .containsExactly(Role.VIEW);
    assertThat(Origin.current().roles()).containsExactly(AllowedTo.OWN_WORK);
  }
}
