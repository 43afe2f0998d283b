package com.movierecap.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every command, before any of them does anything. */
class ToolsTest {
  @Test
  void withoutACommandItSaysWhichThereAre() {
    assertThat(Said.by(Map.of()).out())
        .contains("migrate", "rotate-keys", "invite-operator", "verify-audit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"migrate", "rotate-keys", "invite-operator", "verify-audit"})
  void eachSaysWhatItDoesAndWhatItIsConfiguredBy(String command) {
    var said = Said.by(Map.of(), command, "--help");
    assertThat(said.code()).isZero();
    assertThat(said.out()).contains("Usage: recap-tools " + command, "Environment:");
    assertThat(said.err()).isEmpty();
  }

  @Test
  void versionIsSaid() {
    var said = Said.by(Map.of(), "--version");
    assertThat(said.code()).isZero();
    assertThat(said.out()).startsWith("recap-tools ");
  }

  @ParameterizedTest
  @CsvSource({
    "sideways, sideways",
    "migrate now, now",
    "rotate-keys sideways, sideways",
    "rotate-keys --wait, --wait",
    "rotate-keys --wait soon, soon",
    "rotate-keys --wait -1, --wait",
    "invite-operator, ADDRESS",
    "invite-operator nobody, nobody",
    "invite-operator x@movierecap.example tenant-admin, tenant-admin",
    "verify-audit acme, acme",
    "migrate, POSTGRES_HOST is not set",
    "verify-audit, POSTGRES_HOST is not set",
    "rotate-keys status, JWT_KEYSTORE is not set",
    "invite-operator x@movierecap.example auditor, MAIL_PORTAL_URL is not set"
  })
  void aWrongCallIsSaidAndIsTwo(String line, String said) {
    var wrong = Said.by(Map.of(), line.split(" "));
    assertThat(wrong.code()).as(wrong.all()).isEqualTo(2);
    assertThat(wrong.err()).contains(said).doesNotContain("\tat ");
    assertThat(wrong.out()).isEmpty();
  }
}
