package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** A schema of the description, and whether a value is as it says. */
record Shape(JsonNode schema) {
  static Shape of(JsonNode schema) {
    return new Shape(Operations.resolved(schema));
  }

  /** Every field is a known one of the right kind, and none that is always there is missing. */
  void assertHolds(JsonNode value, String where) {
    switch (schema.path("type").asText()) {
      case "object" -> object(value, where);
      case "array" -> {
        assertThat(value.isArray()).as(where).isTrue();
        value.forEach(each -> of(schema.get("items")).assertHolds(each, where + "[]"));
      }
      case "string" -> string(value, where);
      case "integer" -> assertThat(value.isIntegralNumber()).as(where).isTrue();
      case "number" -> assertThat(value.isNumber()).as(where).isTrue();
      case "boolean" -> assertThat(value.isBoolean()).as(where).isTrue();
      default -> {
        // anything
      }
    }
  }

  private void object(JsonNode value, String where) {
    assertThat(value.isObject()).as(where).isTrue();
    schema
        .path("required")
        .forEach(name -> assertThat(value.has(name.asText())).as("%s: %s", where, name).isTrue());
    var others = schema.path("additionalProperties");
    if (!schema.has("properties") && !others.isObject()) {
      return;
    }
    for (var field : value.properties()) {
      var known = schema.path("properties").path(field.getKey());
      var place = where + "." + field.getKey();
      assertThat(known.isObject() || others.isObject()).as("%s is known", place).isTrue();
      of(known.isObject() ? known : others).assertHolds(field.getValue(), place);
    }
  }

  private void string(JsonNode value, String where) {
    assertThat(value.isTextual()).as(where).isTrue();
    if (schema.has("enum")) {
      assertThat(schema.get("enum")).as(where).contains(value);
    }
    if (schema.path("format").asText().equals("uuid")) {
      assertThat(value.asText()).as(where).matches("[0-9a-f-]{36}");
    }
  }
}
