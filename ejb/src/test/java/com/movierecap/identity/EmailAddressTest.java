package com.movierecap.identity;

import static com.movierecap.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  @ParameterizedTest
  @CsvSource({
    "ada@acme.example, ada@acme.example",
    "' Ada@ACME.Example ', ada@acme.example",
    "ada+recaps@acme.example, ada+recaps@acme.example",
    "o'hara@acme.example, o'hara@acme.example",
    "a.b-c_d@a-b.example, a.b-c_d@a-b.example"
  })
  void anAddressIsInLowerCase(String typed, String address) {
    assertThat(EmailAddress.of(typed, "email")).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "ada",
        "ada@",
        "@acme.example",
        "a@b@acme.example",
        "a b@acme.example",
        "ada@acme example",
        "ada@acme.example\nbcc: x@y.example",
        "a\nda@acme.example",
        "ada\u0000@acme.example",
        "Ada <ada@acme.example>",
        "ada@acme.example, bob@acme.example",
        "ada@acme..example",
        ".ada@acme.example",
        "ada@[203.0.113.7"
      })
  void whatNoMailCanBeSentToIsNone(String typed) {
    assertInvalid(() -> EmailAddress.of(typed, "email"));
  }

  @Test
  void bothSidesHaveTheirBounds() {
    assertThat(EmailAddress.of("a".repeat(64) + "@acme.example", "email")).hasSize(77);
    assertInvalid(() -> EmailAddress.of("a".repeat(65) + "@acme.example", "email"));
    var host = ("a".repeat(60) + ".").repeat(3);
    assertThat(EmailAddress.of("a@" + host + "exampl", "email")).hasSize(191);
    assertInvalid(() -> EmailAddress.of("a@" + host + "exampleee", "email"));
  }

  @Test
  void whatWasTypedIsShownInTheLogAsOneShortLine() {
    assertThat(EmailAddress.shown("a\r\nb\u0000")).isEqualTo("a??b?");
    assertThat(EmailAddress.shown("x".repeat(300))).hasSize(254);
    assertThat(EmailAddress.shown("x".repeat(253) + "🎬")).isEqualTo("x".repeat(253));
  }
}
