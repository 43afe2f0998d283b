package com.movierecap.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movierecap.access.CallContext;
import com.movierecap.crypto.SecretCipher;
import com.movierecap.i18n.Language;
import com.movierecap.jobs.JobKind;
import com.movierecap.jobs.Jobs;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MailTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
  private static final SecretCipher SEAL =
      SecretCipher.of(Base64.getEncoder().encodeToString(new byte[32]));
  private static final UUID ACME = UUID.randomUUID();
  private static final Mail.Content CONTENT =
      new Mail.Content("secret-token", List.of("Acme", "Zürich 🎬"));

  private final UUID id = UUID.randomUUID();
  private final byte[] closed = CONTENT.closed(SEAL, ACME, id);
  private final Mail mail = mail(id, closed);

  @Test
  void itsContentIsReadByItsTenantAlone() {
    assertThat(CallContext.in(ACME).get(() -> mail.content(SEAL))).contains(CONTENT);
    CallContext.in(UUID.randomUUID())
        .run(
            () ->
                assertThatThrownBy(() -> mail.content(SEAL))
                    .isInstanceOf(IllegalStateException.class));
  }

  @Test
  void whatWasClosedForOneMailOpensInNoOther() {
    var other = mail(UUID.randomUUID(), closed);
    CallContext.in(ACME)
        .run(
            () ->
                assertThatThrownBy(() -> other.content(SEAL))
                    .isInstanceOf(IllegalStateException.class));
  }

  @Test
  void aCopyOfTheRowTellsNothing() {
    assertThat(new String(closed, StandardCharsets.ISO_8859_1))
        .doesNotContain("secret-token", "Acme");
  }

  @Test
  void nothingIsLeftOfWhatWasSentOrGivenUp() {
    mail.sent(NOW);
    assertThat(CallContext.in(ACME).get(() -> mail.content(SEAL))).isEmpty();
    var other = mail(id, closed);
    other.giveUp();
    assertThat(CallContext.in(ACME).get(() -> other.content(SEAL))).isEmpty();
  }

  private static Mail mail(UUID id, byte[] content) {
    return new Mail(
        id,
        Jobs.queued(JobKind.MAIL),
        MailKind.PASSWORD_RESET,
        "ada@acme.example",
        Language.EN,
        content,
        NOW);
  }
}
