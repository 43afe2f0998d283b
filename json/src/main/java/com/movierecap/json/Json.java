package com.movierecap.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Records as JSON: {@code snake_case} names, absent values left out. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final JsonMapper STRICT =
      MAPPER
          .rebuild()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /** One line of JSON. */
  public static String line(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static <T> T parse(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Parses a stranger's JSON.
   *
   * @throws IOException where it is no JSON, has fields we do not know, lacks ones we need, or
   *     holds a character that is none
   */
  public static <T> T parseStrictly(InputStream json, Class<T> type) throws IOException {
    try (var parser = new WithoutNul(STRICT.createParser(json))) {
      var value = STRICT.readValue(parser, type);
      if (value == null) {
        throw JsonMappingException.from(parser, "null");
      }
      return value;
    }
  }

  public static <T> T read(Path file, Class<T> type) {
    try {
      return MAPPER.readValue(Files.readAllBytes(file), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void write(Path file, Object value) {
    write(MAPPER.writer(), file, value);
  }

  /** For people to read. */
  public static void writeIndented(Path file, Object value) {
    write(MAPPER.writerWithDefaultPrettyPrinter(), file, value);
  }

  private static void write(ObjectWriter writer, Path file, Object value) {
    try {
      Files.write(file, writer.writeValueAsBytes(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** No database column and no file name can hold U+0000, so no text of a stranger may. */
  private static final class WithoutNul extends JsonParserDelegate {
    WithoutNul(JsonParser parser) {
      super(parser);
    }

    @Override
    public JsonToken nextToken() throws IOException {
      var token = super.nextToken();
      var text = token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME;
      if (text && getText().indexOf('\0') >= 0) {
        throw new JsonParseException(this, "U+0000", currentTokenLocation());
      }
      return token;
    }
  }
}
