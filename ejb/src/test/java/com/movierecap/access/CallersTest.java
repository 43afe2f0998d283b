package com.movierecap.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallersTest {
  private static final Origin SOMEBODY = Origin.somebody("1.2.3.4", null, "1");

  @OpenTo(Role.EDIT)
  static class Films {
    public void cut() {}

    @OpenTo({Role.VIEW, OpenTo.OWN_WORK})
    public void look() {}

    @OpenTo(OpenTo.OWN_WORK)
    public void clear() {}

    @OpenTo(OpenTo.EVERYBODY)
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
    assertThat(Callers.of(told).orElseThrow().include(SOMEBODY)).isTrue();
  }

  @Test
  void whatDeclaresNothingIsOpenToNobody() throws Exception {
    assertThat(Callers.of(Undeclared.class.getMethod("doIt"))).isEmpty();
  }

  private static Callers callers(String method) throws Exception {
    return Callers.of(Films.class.getMethod(method)).orElseThrow();
  }
}
