package com.movierecap.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantHostTest {
  private final TenantHost host =
      new TenantHost(List.of("movierecap.com", "localhost"), List.of("www", "api"));

  @ParameterizedTest
  @CsvSource({
    "acme.movierecap.com, acme",
    "ACME.MovieRecap.com, acme",
    "acme.movierecap.com., acme",
    "acme.localhost, acme",
    "recaps.acme.example, recaps.acme.example",
    "Recaps.Acme.Example., recaps.acme.example",
    "notmovierecap.com, notmovierecap.com",
    "acme.movierecap.com.evil.example, acme.movierecap.com.evil.example"
  })
  void aHostNamesItsTenant(String name, String tenant) {
    assertThat(host.tenantOf(name)).contains(tenant);
  }

  /** A whole name is never a slug, so it leads to nobody. */
  @ParameterizedTest
  @ValueSource(strings = {"a.b.movierecap.com", "www.acme.movierecap.com", "x.acme.localhost"})
  void deeperNamesBelowOursAreNobodys(String name) {
    assertThat(host.tenantOf(name)).contains(name);
    assertThat(host.mayBeTaken(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "movierecap.com",
        "MOVIERECAP.COM.",
        "localhost",
        "www.movierecap.com",
        "API.movierecap.com",
        "www.localhost",
        "intranet",
        "127.0.0.1",
        "203.0.113.7",
        "::1",
        "[::1]",
        "::ffff:203.0.113.7",
        ""
      })
  void ourOwnNamesAndAddressesNameNobody(String name) {
    assertThat(host.tenantOf(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "movierecap.com, false",
    "acme.movierecap.com, false",
    "a.b.movierecap.com, false",
    "localhost, false",
    "acme.localhost, false",
    "notmovierecap.com, true",
    "movierecap.com.example, true",
    "acme.example, true"
  })
  void nobodyTakesANameOfOurs(String domain, boolean free) {
    assertThat(host.mayBeTaken(domain)).isEqualTo(free);
  }

  @ParameterizedTest
  @CsvSource({"www, false", "api, false", "acme, true", "www2, true"})
  void nobodyIsCalledLikeAHostOfOurs(String slug, boolean free) {
    assertThat(host.mayBeCalled(slug)).isEqualTo(free);
  }
}
