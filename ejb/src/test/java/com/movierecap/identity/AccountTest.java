package com.movierecap.identity;

import static com.movierecap.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movierecap.access.CallContext;
import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.i18n.Language;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  private final Account ada = person(Role.EDITOR);
  private final Account robot = Account.service("Nightly", Role.EDITOR, NOW);

  @Test
  void aDisabledOneCannotComeInUntilItIsEnabled() {
    assertThat(ada.mayCome()).isTrue();
    ada.disable();
    assertThat(ada.mayCome()).isFalse();
    ada.enable();
    assertThat(ada.mayCome()).isTrue();
  }

  @Test
  void nobodyCanWriteOrSignInToAServiceAccount() {
    assertThat(robot.isPerson()).isFalse();
    assertThat(robot.findEmail()).isEmpty();
    assertThat(robot.hasPassword()).isFalse();
    assertThatThrownBy(robot::email).isInstanceOf(IllegalStateException.class);
    assertThat(robot.called()).isEqualTo("Nightly");
    assertThat(ada.called()).isEqualTo("ada@acme.example");
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"OPERATOR", "AUDITOR"})
  void noTenantMakesOperators(Role role) {
    assertInvalid(() -> ada.become(role));
    assertThat(ada.role()).isEqualTo(Role.EDITOR);
    assertInvalid(() -> Account.service("Nightly", role, NOW));
  }

  @Test
  void aPersonBecomesWhatATenantGives() {
    for (var role : Role.ofTenants()) {
      ada.become(role);
      assertThat(ada.role()).isEqualTo(role);
    }
  }

  @ParameterizedTest
  @CsvSource({"VIEWER,false", "EDITOR,false", "TENANT_ADMIN,true", "OPERATOR,false"})
  void administratorsLookAfterATenantsPeople(Role role, boolean administers) {
    assertThat(person(role).administers()).isEqualTo(administers);
  }

  @Test
  void neitherAProgramNorWhoCannotComeLooksAfterPeople() {
    assertThat(Account.service("Nightly", Role.TENANT_ADMIN, NOW).administers()).isFalse();
    var admin = person(Role.TENANT_ADMIN);
    admin.disable();
    assertThat(admin.administers()).isFalse();
    admin.enable();
    assertThat(admin.administers()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\u2003", "a\u0000b", "a\nb", "a\nb\nc", "a\r\n\r\nb", "a\u0085b"})
  void whatCannotBeReadInOneLineIsNoName(String name) {
    assertInvalid(() -> ada.callIt(name));
    assertThat(ada.displayName()).isEqualTo("Ada");
    assertInvalid(() -> Account.service(name, Role.VIEWER, NOW));
    assertInvalid(() -> new Account("a@b.example", name, null, Role.VIEWER, NOW));
  }

  @Test
  void aNameHasABoundAndNoSpacesAroundIt() {
    ada.callIt("  Ada Lovelace ");
    assertThat(ada.displayName()).isEqualTo("Ada Lovelace");
    ada.callIt("x".repeat(200));
    assertInvalid(() -> ada.callIt("x".repeat(201)));
  }

  @Test
  void aProvidersLongNameIsShortenedToWholeCharacters() {
    assertThat(Account.shortened("Ada")).isEqualTo("Ada");
    assertThat(Account.shortened("x".repeat(300))).hasSize(200);
    assertThat(Account.shortened("x".repeat(199) + "🎬")).isEqualTo("x".repeat(199));
  }

  @Test
  void aPersonIsWrittenToInTheLanguageTheyChose() {
    assertThat(ada.language(Language.EN)).isEqualTo(Language.EN);
    ada.speak("de");
    assertThat(ada.language(Language.EN).tag()).isEqualTo("de");
    // once offered, and no more
    ada.speak("tlh");
    assertThat(ada.language(Language.EN)).isEqualTo(Language.EN);
  }

  @Test
  void whoeverComesByAProviderHasNoPassword() {
    var member = new Account("a@b.example", "A", null, Role.VIEWER, NOW);
    assertThat(member.hasPassword()).isFalse();
    member.changePassword("$argon2id$…");
    assertThat(member.hasPassword()).isTrue();
  }

  @Test
  void anotherPasswordIsNoticed() {
    var before = new Account("a@b.example", "A", "hash 1", Role.VIEWER, NOW);
    var after = new Account("a@b.example", "A", "hash 1", Role.VIEWER, NOW);
    assertThat(after.hasSamePassword(before)).isTrue();
    after.changePassword("hash 2");
    assertThat(after.hasSamePassword(before)).isFalse();
    var without = new Account("a@b.example", "A", null, Role.VIEWER, NOW);
    assertThat(without.hasSamePassword(before)).isFalse();
    assertThat(before.hasSamePassword(without)).isFalse();
    assertThat(without.hasSamePassword(without)).isTrue();
  }

  @Test
  void aRequestBecomesItsOwnersInTheBoundTenant() {
    var tenant = UUID.randomUUID();
    var somebody = Origin.somebody("203.0.113.7", "browser", "r1").with(Set.of(Role.VIEW));
    var origin = CallContext.in(tenant).by(somebody).get(ada::origin);
    assertThat(origin.account()).isEqualTo(ada.id());
    assertThat(origin.tenant()).isEqualTo(tenant);
    assertThat(origin.actor()).isEqualTo("ada@acme.example");
    assertThat(origin.address()).isEqualTo("203.0.113.7");
    assertThatThrownBy(ada::origin).isInstanceOf(IllegalStateException.class);
  }

  private static Account person(Role role) {
    return new Account("ada@acme.example", "Ada", "x", role, NOW);
  }
}
