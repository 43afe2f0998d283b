package com.movierecap.identity.sso;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OidcUserTest {
  private static final String ISSUER = "https://login.acme.com";

  @Test
  void anAddressThatTheProviderHasVerifiedIsTaken() {
    assertThat(person(Map.of("email", " Ada@ACME.com ", "email_verified", true)).email())
        .isEqualTo("ada@acme.com");
    // as some providers write it
    assertThat(person(Map.of("email", "ada@acme.com", "email_verified", "true")).email())
        .isEqualTo("ada@acme.com");
  }

  @Test
  void anAddressThatItHasNotIsNone() {
    assertThat(person(Map.of("email", "ada@acme.com")).email()).isNull();
    assertThat(person(Map.of("email", "ada@acme.com", "email_verified", false)).email()).isNull();
    assertThat(person(Map.of("email", "ada@acme.com", "email_verified", "yes")).email()).isNull();
    assertThat(person(Map.of("email", "ada@acme.com", "email_verified", 1)).email()).isNull();
    assertThat(person(Map.of("email_verified", true)).email()).isNull();
  }

  @Test
  void whatWasSignedCountsBeforeWhatIsSaidBeyondIt() {
    var token = claims(Map.of("name", "Ada", "groups", List.of("cutters")));
    var more = claims(Map.of("name", "Eve", "groups", List.of("heads"), "x", List.of("y")));
    var person = OidcUser.of(token, more, ISSUER, "groups");
    assertThat(person.name()).isEqualTo("Ada");
    assertThat(person.groups()).containsExactly("cutters");
    assertThat(OidcUser.of(token, more, ISSUER, "x").groups()).containsExactly("y");
  }

  @Test
  void groupsAreAListOrOneOrNone() {
    assertThat(person(Map.of("groups", List.of("a", "b"))).groups()).containsExactly("a", "b");
    assertThat(person(Map.of("groups", "a")).groups()).containsExactly("a");
    assertThat(person(Map.of("groups", 7)).groups()).isEmpty();
    assertThat(person(Map.of()).groups()).isEmpty();
  }

  @Test
  void aNameThatSaysNothingIsNone() {
    assertThat(person(Map.of("name", " ")).name()).isNull();
    assertThat(person(Map.of("name", 7)).name()).isNull();
    assertThat(person(Map.of("name", " Ada ")).name()).isEqualTo("Ada");
  }

  @ParameterizedTest
  @CsvSource({
    "pwd,false",
    "mfa,true",
    "otp,true",
    "hwk,true",
    "sc,true",
    "sms,false",
    "MFA,false",
    "pin,false"
  })
  void moreThanAPasswordIsASecondFactor(String method, boolean factored) {
    assertThat(person(Map.of("amr", List.of("pwd", method))).factored()).isEqualTo(factored);
    assertThat(person(Map.of("amr", method)).factored()).isEqualTo(factored);
  }

  @Test
  void aFactorIsBelievedWhereItWasSignedOnly() {
    var more = claims(Map.of("amr", List.of("mfa")));
    assertThat(OidcUser.of(claims(Map.of()), more, ISSUER, "groups").factored()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {"ada@acme.com, acme.com", "\"a@b\"@acme.com, acme.com", "null, ''", "ada, ada"})
  void anAddressBelongsToWhatStandsBehindItsLastSign(@Nullable String email, String domain) {
    var person = new OidcUser(ISSUER, "s1", email, null, List.of(), false);
    assertThat(person.emailDomain()).isEqualTo(domain);
  }

  @Test
  void whoHasNoAddressIsCalledAsTheProviderDoes() {
    assertThat(new OidcUser(ISSUER, "s1", null, "Ada", List.of(), false).called()).isEqualTo("s1");
  }

  private static OidcUser person(Map<String, Object> said) {
    var claims = claims(said);
    return OidcUser.of(claims, claims, ISSUER, "groups");
  }

  private static UserInfo claims(Map<String, Object> said) {
    var claims = new UserInfo(new Subject("s1"));
    said.forEach(claims::setClaim);
    return claims;
  }
}
