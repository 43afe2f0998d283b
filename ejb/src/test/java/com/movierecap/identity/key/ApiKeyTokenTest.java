package com.movierecap.identity.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTokenTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "00000000-0000-7000-8000-000000000001",
        "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "01a2106b-6dda-78b2-bdc6-d12a9c709c63"
      })
  void aKeyNamesItsTenant(String tenant) {
    var key = ApiKeyToken.next(UUID.fromString(tenant));
    assertThat(ApiKeyToken.parse(key.text()))
        .hasValueSatisfying(
            read -> {
              assertThat(read.tenant()).hasToString(tenant);
              assertThat(read.prefix()).isEqualTo(key.prefix());
              assertThat(read.hash()).isEqualTo(key.hash());
            });
  }

  @Test
  void everyCharacterThatIsMistypedIsNoticed() {
    var text = ApiKeyToken.next(UUID.randomUUID()).text();
    for (int i = 0; i < text.length(); i++) {
      var wrong = text.charAt(i) == 'a' ? 'b' : 'a';
      assertThat(ApiKeyToken.parse(text.substring(0, i) + wrong + text.substring(i + 1)))
          .as("character %d", i)
          .isEmpty();
    }
    for (var wrong : List.of("", "mrk_", text + "0", text.substring(1), text + "\n")) {
      assertThat(ApiKeyToken.parse(wrong)).isEmpty();
    }
  }

  @Test
  void noTwoKeysAreTheSame() {
    var tenant = UUID.randomUUID();
    var made =
        IntStream.range(0, 1000)
            .mapToObj(i -> ApiKeyToken.next(tenant).text().substring(38, 70))
            .collect(Collectors.toSet());
    assertThat(made).hasSize(1000);
  }
}
