package com.movierecap.tenancy;

import static com.movierecap.Refusals.assertInvalid;
import static com.movierecap.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.kernel.ProblemType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantDomainTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  private final TenantDomain domain = new TenantDomain("recaps.acme.example", NOW);

  @ParameterizedTest
  @CsvSource({
    "acme.example, acme.example",
    "' Recaps.ACME.Example ', recaps.acme.example",
    "acme.example., acme.example",
    "bücher.example, xn--bcher-kva.example",
    "BÜCHER.example, xn--bcher-kva.example",
    "例え.テスト, xn--r8jz45g.xn--zckzah",
    "acme。example, acme.example",
    "a-1.b2.c3.example, a-1.b2.c3.example",
    "1.example, 1.example"
  })
  void aNameIsAsDnsHasIt(String text, String name) {
    assertThat(TenantDomain.name(text)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "example",
        "acme..example",
        ".acme.example",
        "acme.example..",
        "-a.example",
        "a-.example",
        "a_b.example",
        "*.acme.example",
        "acme.example/x",
        "acme.example:443",
        "https://acme.example",
        "a b.example",
        "a\u0000.example",
        "a\n.example",
        "10.0.0.1",
        "1.2.3.4.",
        "[::1]",
        "acme.1",
        "acme.e"
      })
  void whatIsNoHostNameOfSomebodysOwnIsRefused(String text) {
    assertInvalid(() -> TenantDomain.name(text));
  }

  @Test
  void labelsAndNamesHaveTheirBounds() {
    var label = "a".repeat(63);
    assertThat(TenantDomain.name(label + ".example")).hasSize(71);
    assertInvalid(() -> TenantDomain.name("a" + label + ".example"));
    var long253 = (label + ".").repeat(3) + "a".repeat(53) + ".example";
    assertThat(TenantDomain.name(long253)).hasSize(253);
    assertInvalid(() -> TenantDomain.name("a" + long253));
  }

  @Test
  void eachClaimHasATokenOfItsOwn() {
    assertThat(domain.recordName()).isEqualTo("_movierecap.recaps.acme.example");
    assertThat(domain.recordValue()).matches("movierecap-verification=[0-9a-f]{32}");
    assertThat(new TenantDomain("recaps.acme.example", NOW).recordValue())
        .isNotEqualTo(domain.recordValue());
  }

  @Test
  void itsRecordProvesIt() {
    assertThat(domain.verifiedAt()).isNull();
    domain.verify(List.of("v=spf1 -all", domain.recordValue()), NOW);
    assertThat(domain.verifiedAt()).isEqualTo(NOW);
  }

  @Test
  void nothingElseProvesIt() {
    var value = domain.recordValue();
    for (var records :
        List.of(
            List.<String>of(),
            List.of("movierecap-verification="),
            List.of(value + " "),
            List.of(value.toUpperCase(java.util.Locale.ROOT)),
            List.of(value.substring(0, value.length() - 1)),
            List.of("x" + value),
            List.of(new TenantDomain("recaps.acme.example", NOW).recordValue()))) {
      assertRefused(() -> domain.verify(records, NOW), ProblemType.DOMAIN_NOT_PROVEN);
    }
    assertThat(domain.verifiedAt()).isNull();
  }
}
