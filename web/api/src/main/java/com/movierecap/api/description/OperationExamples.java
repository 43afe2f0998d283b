package com.movierecap.api.description;

import com.movierecap.json.Json;
import com.movierecap.kernel.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code openapi/<tag>.json} notes of one operation: {@code request} and, by their status,
 * answers as examples; {@code problems} that no rule tells, by their slugs. A text that begins with
 * {@code $} stands for the value of that name under {@code shared}.
 */
record OperationExamples(Map<String, Object> values) {
  static OperationExamples of(String tag, String operation) {
    var file = read("/openapi/" + tag + ".json");
    var shared = object(file.get("shared"));
    return new OperationExamples(object(filled(object(file.get(operation)), shared)));
  }

  Optional<Object> request() {
    return Optional.ofNullable(values.get("request"));
  }

  /** By status. */
  Map<String, Object> answers() {
    var answers = new LinkedHashMap<>(values);
    answers.keySet().removeIf(key -> !key.matches("\\d{3}"));
    return answers;
  }

  List<ProblemType> problems() {
    return values.get("problems") instanceof List<?> slugs
        ? slugs.stream().map(slug -> problem(String.valueOf(slug))).toList()
        : List.of();
  }

  private static ProblemType problem(String slug) {
    return Arrays.stream(ProblemType.values())
        .filter(type -> type.slug().equals(slug))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no problem is called " + slug));
  }

  private static Map<String, Object> read(String file) {
    try (var in = OperationExamples.class.getResourceAsStream(file)) {
      return in == null
          ? Map.of()
          : object(Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), Map.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object filled(Object value, Map<String, Object> shared) {
    if (value instanceof Map<?, ?> map) {
      var copy = new LinkedHashMap<String, Object>();
      map.forEach((key, each) -> copy.put(String.valueOf(key), filled(each, shared)));
      return copy;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(each -> filled(each, shared)).toList();
    }
    if (value instanceof String text && text.startsWith("$")) {
      var meant = shared.get(text.substring(1));
      if (meant == null) {
        throw new IllegalStateException("nothing shared is called " + text);
      }
      return filled(meant, shared);
    }
    return value;
  }

  private static Map<String, Object> object(@Nullable Object value) {
    var object = new LinkedHashMap<String, Object>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, each) -> object.put(String.valueOf(key), each));
    }
    return object;
  }
}
