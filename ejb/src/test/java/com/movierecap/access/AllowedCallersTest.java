package com.movierecap.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AllowedCallersTest {
  private static final Origin SOMEBODY = Origin.somebody("1.2.3.4", null, "1");

  @AllowedTo(Role.EDIT)
  static class Films {
    public void cut() {}

    @AllowedTo({Role.VIEW, AllowedTo.OWN_WORK})
    public void look() {}

    @AllowedTo(AllowedTo.OWN_WORK)
    public void clear() {}

    @AllowedTo(AllowedTo.EVERYBODY)
    public void advertise() {}

    public void told(@Observes String news) {}
  }

  static class Undeclared {
    public void doIt() {}
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void aRoleIsEnoughAndNoneIsNot(Role role) throws Exception {
    var caller = SOMEBODY.with(role.groups());
    assertThat(callers("cut").include(caller)).isEqualTo(role.groups().contains(Role.EDIT));
    assertThat(callers("look").include(caller)).isEqualTo(role.groups().contains(Role.VIEW));
    assertThat(callers("clear").include(caller)).isFalse();
    assertThat(callers("advertise").include(caller)).isTrue();
  }

  @Test
  void somebodyUnknownHasWhatEverybodyHas() throws Exception {
    for (var method : Set.of("cut", "look", "clear")) {
      assertThat(callers(method).include(SOMEBODY)).as(method).isFalse();
    }
    assertThat(callers("advertise").include(SOMEBODY)).isTrue();
  }

  @Test
  void theServicesOwnWorkDoesWhatIsMeantForIt() throws Exception {
    var own = Origin.current();
    assertThat(callers("clear").include(own)).isTrue();
    assertThat(callers("look").include(own)).isTrue();
    assertThat(callers("cut").include(own)).isFalse();
  }

  @Test
  void newsComesFromWhoeverMadeIt() throws Exception {
    var told = Films.class.getMethod("told", String.class);
    assertThat(AllowedCallers.of(told).orElseThrow().include(SOMEBODY)).isTrue();
  }

  @Test
  void whatDeclaresNothingIsOpenToNobody() throws Exception {
    assertThat(AllowedCallers.of(Undeclared.class.getMethod("doIt"))).isEmpty();
  }

  private static AllowedCallers callers(String method) throws Exception {
    return AllowedCallers.of(Films.class.getMethod(method)).orElseThrow();
  }
}
