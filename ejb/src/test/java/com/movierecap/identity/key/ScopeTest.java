package com.movierecap.identity.key;

import static com.movierecap.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.access.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {
  @ParameterizedTest
  @CsvSource({
    "READ, VIEWER, viewer",
    "READ, TENANT_ADMIN, viewer",
    "WRITE, VIEWER, viewer",
    "WRITE, EDITOR, editor viewer",
    "ADMIN, EDITOR, viewer",
    "ADMIN, TENANT_ADMIN, tenant-admin viewer",
    "READ, OPERATOR, ''",
    "ADMIN, OPERATOR, ''",
    "WRITE, AUDITOR, ''"
  })
  void aScopeInTheHandsOfARole(Scope scope, Role role, String groups) {
    assertThat(String.join(" ", Scope.groups(Set.of(scope), role))).isEqualTo(groups);
  }

  @Test
  void aRoleGivesAwayWhatItHasItself() {
    assertThat(Scope.of(Role.VIEWER)).containsExactly(Scope.READ);
    assertThat(Scope.of(Role.EDITOR)).containsExactly(Scope.READ, Scope.WRITE);
    assertThat(Scope.of(Role.TENANT_ADMIN)).containsExactly(Scope.values());
    assertThat(Scope.of(Role.OPERATOR)).isEmpty();
  }

  @Test
  void scopesAreNamedByTheirSlugs() {
    assertThat(Scope.of(List.of("write", "read", "read"))).containsExactly(Scope.READ, Scope.WRITE);
    assertInvalid(() -> Scope.of(List.of()));
    assertInvalid(() -> Scope.of(List.of("read", "READ")));
    assertInvalid(() -> Scope.of(List.of("operate")));
  }

  @Test
  void scopesAreStoredInOneOrder() {
    var converter = new ScopesConverter();
    assertThat(converter.convertToDatabaseColumn(Set.of(Scope.ADMIN, Scope.READ)))
        .isEqualTo(converter.convertToDatabaseColumn(EnumSet.of(Scope.READ, Scope.ADMIN)))
        .isEqualTo("READ ADMIN");
    assertThat(converter.convertToEntityAttribute("READ ADMIN"))
        .containsExactly(Scope.READ, Scope.ADMIN);
  }
}
