package com.movierecap.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretCipherTest {
  private static final byte[] SECRET = "twenty bytes of it..".getBytes(StandardCharsets.US_ASCII);
  private static final String PLACE = "tenant/account";

  private final SecretCipher seal = SecretCipher.of(key(1));

  @Test
  void whatWasClosedOpensInItsPlaceOnly() {
    var closed = seal.close(SECRET, PLACE);
    assertThat(seal.open(closed, PLACE)).isEqualTo(SECRET);
    assertThatThrownBy(() -> seal.open(closed, "other/account"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void neitherAnotherKeyNorAChangedByteOpensIt() {
    var closed = seal.close(SECRET, PLACE);
    assertThatThrownBy(() -> SecretCipher.of(key(2)).open(closed, PLACE))
        .isInstanceOf(IllegalStateException.class);
    closed[closed.length - 1] ^= 1;
    assertThatThrownBy(() -> seal.open(closed, PLACE)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theSameSecretNeverLooksTheSame() {
    assertThat(seal.close(SECRET, PLACE)).isNotEqualTo(seal.close(SECRET, PLACE));
    assertThat(new String(seal.close(SECRET, PLACE), StandardCharsets.ISO_8859_1))
        .doesNotContain("twenty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "not base64!", "AAAAAAAAAAAAAAAAAAAAAA=="})
  void aBadKeyIsRefused(String key) {
    assertThatThrownBy(() -> SecretCipher.of(key)).isInstanceOf(IllegalArgumentException.class);
  }

  private static String key(int first) {
    var bytes = new byte[32];
    bytes[0] = (byte) first;
    return Base64.getEncoder().encodeToString(bytes);
  }
}
