package com.movierecap.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  record Length(double inSeconds, @Nullable String spokenName) {}

  @TempDir private Path folder;

  @Test
  void namesAreInSnakeCaseAndWhatIsAbsentIsLeftOut() {
    assertThat(Json.line(new Length(1.5, null))).isEqualTo("{\"in_seconds\":1.5}");
    assertThat(Json.line(new Length(0, ""))).isEqualTo("{\"in_seconds\":0.0,\"spoken_name\":\"\"}");
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    var length = new Length(90, "anderthalb Minuten");
    assertThat(Json.parse(Json.line(length), Length.class)).isEqualTo(length);
    Json.write(folder.resolve("plain"), length);
    Json.writeIndented(folder.resolve("indented"), length);
    assertThat(Json.read(folder.resolve("plain"), Length.class)).isEqualTo(length);
    assertThat(Json.read(folder.resolve("indented"), Length.class)).isEqualTo(length);
  }

  @Test
  void ourOwnMayComeFromANewerVersion() {
    assertThat(Json.parse("{\"in_seconds\":1,\"since_then\":2}", Length.class))
        .isEqualTo(new Length(1, null));
    assertThatThrownBy(() -> Json.parse("{", Length.class))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void aStrangersIsReadStrictly() throws IOException {
    assertThat(strictly("{\"in_seconds\":1}")).isEqualTo(new Length(1, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{",
        "{\"in_seconds\":null}",
        "{\"in_seconds\":1,\"since_then\":2}",
        "{\"in_seconds\":1} {}",
        "{\"in_seconds\":1,\"spoken_name\":\"a\\u0000b\"}",
        "{\"in_seconds\":1,\"spoken\\u0000name\":\"\"}"
      })
  void ofAStrangerNothingElseIsTaken(String json) {
    assertThatThrownBy(() -> strictly(json)).isInstanceOf(IOException.class);
  }

  private static Length strictly(String json) throws IOException {
    return Json.parseStrictly(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), Length.class);
  }
}
