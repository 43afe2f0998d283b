package com.movierecap.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.access.Role;
import com.movierecap.identity.Account;
import com.movierecap.identity.account.AccountLink.Purpose;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountLinkTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  @ParameterizedTest
  @CsvSource({"PASSWORD,PT30M", "ADDRESS,P1D"})
  void aLinkIsOpenForAsLongAsItsPurposeNeeds(Purpose purpose, Duration life) {
    var ada = new Account("ada@acme.example", "Ada", "x", Role.VIEWER, NOW);
    var link = new AccountLink(ada, purpose, null, "token", NOW);
    assertThat(link.accountId()).isEqualTo(ada.id());
    assertThat(link.isOpen(NOW)).isTrue();
    assertThat(link.isOpen(NOW.plus(life).minusNanos(1))).isTrue();
    assertThat(link.isOpen(NOW.plus(life))).isFalse();
    assertThat(link.isOpen(NOW.plus(Duration.ofDays(365)))).isFalse();
  }
}
