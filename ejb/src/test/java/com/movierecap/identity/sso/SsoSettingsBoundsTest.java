package com.movierecap.identity.sso;

import static com.movierecap.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.access.Role;
import com.movierecap.identity.sso.SsoSettings.GroupRole;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SsoSettingsBoundsTest {
  private static final String ISSUER = "https://login.acme.com/realms/acme";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://login.acme.com",
        "https://login.acme.com/",
        "https://login.acme.com:8443/realms/acme",
        "http://localhost:8080",
        "https://[2001:db8::1]/x"
      })
  void anIssuerIsKeptExactlyAsItCallsItself(String issuer) {
    assertThat(by(issuer).issuer()).isEqualTo(issuer);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "login.acme.com",
        "//login.acme.com",
        "https://",
        "https:///x",
        "ftp://login.acme.com",
        "HTTPS://login.acme.com",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://user:password@login.acme.com",
        "https://login.acme.com?x=1",
        "https://login.acme.com#x",
        "https://login.acme.com/a b",
        "https://login.acme.com\nx",
        "https://login.acme.com/\u0000"
      })
  void anIssuerIsAnUrlAndNothingBesides(String issuer) {
    assertInvalid(() -> by(issuer));
  }

  @Test
  void textsHaveTheirBounds() {
    var longest = "https://acme.com/" + "x".repeat(238);
    assertThat(by(longest).issuer()).hasSize(255);
    assertInvalid(() -> by(longest + "x"));
    assertInvalid(() -> new GroupRole("g".repeat(256), "viewer"));
    assertInvalid(() -> new GroupRole(" ", "viewer"));
    assertInvalid(() -> new GroupRole("a\nb", "viewer"));
    assertThat(new GroupRole(" heads ", "viewer").group()).isEqualTo("heads");
  }

  @Test
  void listsHaveTheirBounds() {
    var group = new GroupRole("heads", "viewer");
    assertThat(groups(Collections.nCopies(100, group)).groupRoles()).hasSize(100);
    assertInvalid(() -> groups(Collections.nCopies(101, group)));
    assertInvalid(() -> groups(Collections.singletonList(null)));
  }

  @Test
  void whatIsLeftEmptyIsTheUsual() {
    var settings = settings(ISSUER, null, List.of(), " ", "viewer", null, null);
    assertThat(settings.groupsClaim()).isEqualTo("groups");
    assertThat(settings.emailDomains()).isEmpty();
    assertThat(settings.makesAccounts()).isFalse();
    assertThat(settings.shutsPasswordsOut()).isFalse();
    assertThat(settings.host()).isEqualTo("login.acme.com");
  }

  @Test
  void anEmptyDefaultIsNone() {
    assertInvalid(() -> settings(ISSUER, List.of(), List.of(), null, " ", null, null));
    var one = List.of(new GroupRole("heads", "editor"));
    assertThat(settings(ISSUER, List.of(), one, null, "", null, null).role(List.of("x"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Viewer", "owner", "tenant_admin", "operator", "enrolling"})
  void aRoleIsOneThatATenantGives(String role) {
    assertInvalid(() -> new GroupRole("heads", role));
    assertInvalid(() -> settings(ISSUER, List.of(), List.of(), null, role, null, null));
  }

  @Test
  void aGroupIsMeantExactly() {
    var settings = groups(List.of(new GroupRole("Heads", "tenant-admin")));
    assertThat(settings.role(List.of("heads", "Heads ", "Head"))).contains(Role.VIEWER);
    assertThat(settings.role(List.of("Heads"))).contains(Role.TENANT_ADMIN);
    assertThat(settings.role(List.of())).contains(Role.VIEWER);
  }

  @Test
  void passwordsOpenAgainWithoutAnythingElseBeingChanged() {
    var shut = settings(ISSUER, List.of("acme.com"), List.of(), "roles", "editor", true, true);
    assertThat(shut.shutsPasswordsOut()).isTrue();
    assertThat(shut.withPasswords())
        .isEqualTo(
            settings(ISSUER, List.of("acme.com"), List.of(), "roles", "editor", true, false));
  }

  private static SsoSettings by(@Nullable String issuer) {
    return settings(issuer, List.of(), List.of(), null, "viewer", null, null);
  }

  private static SsoSettings groups(List<GroupRole> groups) {
    return settings(ISSUER, List.of(), groups, null, "viewer", null, null);
  }

  @SuppressWarnings("NullAway") // a request may leave anything out
  private static SsoSettings settings(
      @Nullable String issuer,
      @Nullable List<String> domains,
      List<GroupRole> groups,
      @Nullable String claim,
      @Nullable String role,
      @Nullable Boolean makes,
      @Nullable Boolean only) {
    return new SsoSettings(issuer, "client", domains, claim, groups, role, makes, only);
  }
}
