package com.movierecap.identity;

import static com.movierecap.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.access.Role;
import com.movierecap.i18n.Language;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InvitationTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
  private static final Instant END = NOW.plus(Duration.ofDays(7));

  private final Invitation invitation =
      new Invitation("ada@acme.example", Role.EDITOR, Language.EN, "token", NOW);

  @Test
  void itIsOpenForAWeekAndNotAMomentLonger() {
    assertThat(invitation.expiresAt()).isEqualTo(END);
    assertThat(invitation.isOpen(NOW)).isTrue();
    assertThat(invitation.isOpen(END.minusNanos(1))).isTrue();
    assertThat(invitation.isOpen(END)).isFalse();
  }

  @Test
  void itIsForOneUse() {
    invitation.accept(NOW.plusSeconds(60));
    assertThat(invitation.isOpen(NOW.plusSeconds(60))).isFalse();
    invitation.renew("another", NOW.plusSeconds(90));
    assertThat(invitation.isOpen(NOW.plusSeconds(90))).isFalse();
  }

  @Test
  void renewedItIsOpenForAWeekFromThen() {
    var later = END.plus(Duration.ofDays(30));
    assertThat(invitation.isOpen(later)).isFalse();
    invitation.renew("another", later);
    assertThat(invitation.isOpen(later)).isTrue();
    assertThat(invitation.isOpen(later.plus(Duration.ofDays(7)))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"OPERATOR", "AUDITOR"})
  void nobodyIsInvitedToThePlatformsRoles(Role role) {
    assertInvalid(() -> new Invitation("a@b.example", role, Language.EN, "token", NOW));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void itIsWrittenInTheLanguageOfWhomItIsFor(Language language) {
    assertThat(new Invitation("a@b.example", Role.VIEWER, language, "token", NOW).language())
        .isEqualTo(language);
  }
}
