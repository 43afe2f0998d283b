package com.movierecap.identity.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movierecap.access.Role;
import com.movierecap.identity.sso.SsoSettings.GroupRole;
import com.movierecap.json.Json;
import com.movierecap.kernel.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SsoSettingsTest {
  private static final List<GroupRole> GROUPS =
      List.of(new GroupRole("cutters", "editor"), new GroupRole("heads", "tenant-admin"));

  private static SsoSettings settings(List<GroupRole> groups, @Nullable String defaultRole) {
    return new SsoSettings(
        "https://login.acme.com",
        "c",
        List.of("B.com", "a.com"),
        null,
        groups,
        defaultRole,
        true,
        null);
  }

  @Test
  void theHighestOfTheGroupsRolesCounts() {
    var settings = settings(GROUPS, "viewer");
    assertThat(settings.role(List.of("heads", "cutters"))).contains(Role.TENANT_ADMIN);
    assertThat(settings.role(List.of("cutters", "x"))).contains(Role.EDITOR);
    assertThat(settings.role(List.of("x"))).contains(Role.VIEWER);
  }

  @Test
  void withoutADefaultWhoeverHasNoneOfTheGroupsHasNoRole() {
    assertThat(settings(GROUPS, null).role(List.of("x"))).isEmpty();
  }

  @Test
  void noProviderMakesOperators() {
    assertThatThrownBy(() -> new GroupRole("g", "operator")).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> settings(List.of(), "auditor")).isInstanceOf(ProblemException.class);
    // and one that lets nobody in is a slip
    assertThatThrownBy(() -> settings(List.of(), null)).isInstanceOf(ProblemException.class);
  }

  @Test
  void whatIsStoredIsReadAsItWas() {
    var settings = settings(GROUPS, null);
    assertThat(settings.emailDomains()).containsExactly("a.com", "b.com");
    assertThat(Json.parse(Json.line(settings), SsoSettings.class)).isEqualTo(settings);
  }
}
