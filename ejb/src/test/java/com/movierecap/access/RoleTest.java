package com.movierecap.access;

import static com.movierecap.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleTest {
  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "operator", "auditor", "Viewer", "tenant_admin", " viewer"})
  void noTenantGivesWhatIsThePlatformsOrNoRole(String slug) {
    assertInvalid(() -> Role.ofTenants(slug));
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"OPERATOR", "AUDITOR"})
  void thePlatformsRolesAreNoTenants(Role role) {
    assertInvalid(role::mustBeOfTenants);
  }

  @Test
  void whatATenantGivesIsNamedByItsSlug() {
    for (var role : Role.ofTenants()) {
      assertThat(Role.ofTenants(role.slug())).isEqualTo(role);
      role.mustBeOfTenants();
    }
  }

  @Test
  void aRoleIncludesThoseBeforeItInItsHouseAndNothingOfTheOther() {
    assertThat(Role.EDITOR.groups()).containsAll(Role.VIEWER.groups()).hasSize(2);
    assertThat(Role.TENANT_ADMIN.groups()).containsAll(Role.EDITOR.groups()).hasSize(3);
    assertThat(Role.OPERATOR.groups()).containsAll(Role.AUDITOR.groups()).hasSize(2);
    assertThat(Role.OPERATOR.groups()).doesNotContainAnyElementsOf(Role.TENANT_ADMIN.groups());
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void enrollingIsOfNoRole(Role role) {
    assertThat(role.groups()).doesNotContain(Role.ENROL);
  }
}
