package com.movierecap.tenancy;

import static com.movierecap.Refusals.assertInvalid;
import static com.movierecap.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.json.Json;
import com.movierecap.kernel.ProblemType;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantSecurityTest {
  private static final List<String> NONE = List.of();

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.7",
    "' 203.0.113.7 ', 203.0.113.7",
    "203.0.113.7/32, 203.0.113.7",
    "203.0.113.0/24, 203.0.113.0/24",
    "10.0.0.0/8, 10.0.0.0/8",
    "0.0.0.0/0, 0.0.0.0/0",
    "2001:DB8:0:0::1, 2001:db8::1",
    "2001:db8::1/128, 2001:db8::1",
    "2001:db8::/32, 2001:db8::/32",
    "::/0, ::/0",
    "::ffff:203.0.113.7, 203.0.113.7",
    "::ffff:cb00:7107, 203.0.113.7"
  })
  void aNetworkIsKeptAsEverybodyWritesIt(String written, String kept) {
    assertThat(allowing(written).allowedIps()).containsExactly(kept);
    assertThat(blocking(written).blockedIps()).containsExactly(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "*",
        "localhost",
        "acme.example",
        "10",
        "10.1",
        "10.1.2",
        "10.1.2.3.4",
        "010.1.2.3",
        "0x0a.1.2.3",
        "10.1.2.256",
        "10.1.2.*",
        "10.1.2.3-9",
        "10.0.0.0/255.0.0.0",
        "10.0.0.0/33",
        "10.0.0.0/08",
        "0.0.0.0/00",
        "2001:db8::/032",
        "10.0.0.1/8",
        "203.0.113.7/24",
        "/8",
        "2001:db8::1/32",
        "2001:db8::/129",
        "fe80::1%eth0",
        "::1::2",
        "10.0.0.1,10.0.0.2"
      })
  void whatPeopleDoNotMeanIsRefused(String written) {
    assertInvalid(() -> allowing(written));
    assertInvalid(() -> blocking(written));
  }

  @Test
  void aMissingEntryIsRefused() {
    var gap = Collections.<String>singletonList(null);
    assertInvalid(() -> new TenantSecurity(NONE, NONE, gap, NONE, null));
    assertInvalid(() -> new TenantSecurity(gap, NONE, NONE, NONE, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "de", "D", "DEU", "ZZ", "EU", "D\u0000"})
  void aCountryIsTwoCapitalsOfTheStandard(String code) {
    assertInvalid(() -> countries(List.of(code), NONE));
    assertInvalid(() -> countries(NONE, List.of(code)));
  }

  @Test
  void entriesAreSortedAndEachIsThereOnce() {
    assertThat(countries(List.of("FR", " DE", "FR", "AT"), NONE).allowedCountries())
        .containsExactly("AT", "DE", "FR");
    assertThat(
            new TenantSecurity(
                    NONE, NONE, List.of("10.0.0.1", "10.0.0.1/32", "::ffff:10.0.0.1"), NONE, null)
                .allowedIps())
        .containsExactly("10.0.0.1");
  }

  @Test
  void theSameCannotBeAllowedAndBlocked() {
    assertRefused(
        () -> countries(List.of("DE", "FR"), List.of("AT", "FR")), ProblemType.ALLOWED_AND_BLOCKED);
    assertRefused(
        () ->
            new TenantSecurity(
                NONE, NONE, List.of("10.0.0.1"), List.of("::ffff:10.0.0.1/128"), null),
        ProblemType.ALLOWED_AND_BLOCKED);
  }

  @Test
  void partOfAnAllowedNetworkMayBeBlocked() {
    var security =
        new TenantSecurity(NONE, NONE, List.of("10.0.0.0/8"), List.of("10.0.0.0/16"), null);
    assertThat(security.blockedIps()).containsExactly("10.0.0.0/16");
  }

  @Test
  void aListHasABound() {
    var thousand = IntStream.range(0, 1000).mapToObj(i -> "10.0." + i / 250 + "." + i % 250);
    var full = thousand.toList();
    assertThat(new TenantSecurity(NONE, NONE, full, NONE, null).allowedIps()).hasSize(1000);
    var more = IntStream.range(0, 1001).mapToObj(i -> "DE").toList();
    assertInvalid(() -> countries(more, NONE));
  }

  @Test
  void whatIsNotSaidIsNotWished() {
    var security = Json.parse("{}", TenantSecurity.class);
    assertThat(security).isEqualTo(new TenantSecurity(NONE, NONE, NONE, NONE, false));
    assertThat(Json.parse("{\"require_2fa\":true}", TenantSecurity.class).requireTwoFactor())
        .isTrue();
  }

  @Test
  void whatIsStoredIsReadAsItWas() {
    var security =
        new TenantSecurity(List.of("DE"), List.of("FR"), List.of("10.0.0.0/8"), NONE, true);
    assertThat(Json.line(security)).contains("\"require_2fa\":true");
    assertThat(Json.parse(Json.line(security), TenantSecurity.class)).isEqualTo(security);
  }

  private static TenantSecurity allowing(String network) {
    return new TenantSecurity(NONE, NONE, List.of(network), NONE, null);
  }

  private static TenantSecurity blocking(String network) {
    return new TenantSecurity(NONE, NONE, NONE, List.of(network), null);
  }

  private static TenantSecurity countries(List<String> allowed, List<String> blocked) {
    return new TenantSecurity(allowed, blocked, NONE, NONE, null);
  }
}
