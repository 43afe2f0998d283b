package com.movierecap.api.description;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.movierecap.json.Json;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * Our records as schemas, each under a name of its own in the components. A component that is not
 * {@link Nullable} is always there in an answer. A request may leave out what has a default, which
 * no type tells, but may hold nothing that is unknown.
 */
final class Schemas {
  private static final Map<Class<?>, String> FORMATS =
      Map.of(
          int.class, "int32",
          Integer.class, "int32",
          long.class, "int64",
          Long.class, "int64",
          double.class, "double",
          Double.class, "double",
          UUID.class, "uuid");

  private final Components components;
  private final Map<Class<?>, Schema> described = new HashMap<>();

  Schemas(Components components) {
    this.components = components;
  }

  /** What is sent, with its example. */
  void describeBody(Operation operation, Endpoint endpoint, OperationExamples notes) {
    var body = operation.getRequestBody();
    if (body == null) {
      return;
    }
    body.setRequired(true);
    endpoint
        .body()
        .ifPresent(
            type ->
                body.getContent()
                    .getMediaTypes()
                    .values()
                    .forEach(
                        media -> {
                          media.setSchema(of(type, false));
                          media.setExample(notes.request().orElse(null));
                        }));
  }

  Schema answer(Type type) {
    return of(type, true);
  }

  private Schema of(Type type, boolean answered) {
    if (type instanceof ParameterizedType generic) {
      var last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      return generic.getRawType() == Map.class
          ? schema(SchemaType.OBJECT).additionalPropertiesSchema(of(last, answered))
          : schema(SchemaType.ARRAY).items(of(last, answered));
    }
    return type instanceof Class<?> known ? of(known, answered) : OASFactory.createSchema();
  }

  private Schema of(Class<?> type, boolean answered) {
    if (type.isRecord()) {
      return ofRecord(type, answered);
    }
    if (type.isEnum()) {
      var values = schema(SchemaType.STRING);
      for (var constant : type.getEnumConstants()) {
        values.addEnumeration(Json.parse(Json.line(constant), String.class));
      }
      return values;
    }
    var simple =
        type == boolean.class || type == Boolean.class
            ? SchemaType.BOOLEAN
            : type == int.class || type == Integer.class || type == long.class || type == Long.class
                ? SchemaType.INTEGER
                : type == double.class || type == Double.class
                    ? SchemaType.NUMBER
                    : SchemaType.STRING;
    return schema(simple).format(FORMATS.get(type));
  }

  private Schema ofRecord(Class<?> type, boolean answered) {
    var parts = type.getRecordComponents();
    var whole =
        Arrays.stream(parts)
            .filter(part -> part.getAccessor().isAnnotationPresent(JsonValue.class))
            .findFirst();
    if (whole.isPresent()) {
      return of(whole.get().getGenericType(), answered);
    }
    var known = described.get(type);
    var schema = known == null ? describe(type, answered) : known;
    if (answered) {
      schema.setRequired(always(parts));
    } else {
      schema.additionalPropertiesBoolean(false);
    }
    return OASFactory.createSchema().ref("#/components/schemas/" + name(type));
  }

  private Schema describe(Class<?> type, boolean answered) {
    var name = name(type);
    if (components.getSchemas() != null && components.getSchemas().containsKey(name)) {
      throw new IllegalStateException(type + ": another one is called " + name);
    }
    var schema = schema(SchemaType.OBJECT);
    described.put(type, schema);
    components.addSchema(name, schema);
    for (var part : type.getRecordComponents()) {
      schema.addProperty(field(part), ofPart(part, answered));
    }
    for (var method : type.getDeclaredMethods()) {
      // what a record works out about itself is written too
      if (method.getName().matches("is[A-Z].*") && method.getReturnType() == boolean.class) {
        schema.addProperty(snake(method.getName().substring(2)), schema(SchemaType.BOOLEAN));
      }
    }
    return schema;
  }

  private Schema ofPart(RecordComponent part, boolean answered) {
    return part.getAccessor().isAnnotationPresent(JsonRawValue.class)
        ? OASFactory.createSchema()
        : of(part.getGenericType(), answered);
  }

  private static List<String> always(RecordComponent[] parts) {
    return Arrays.stream(parts)
        .filter(part -> !part.getAnnotatedType().isAnnotationPresent(Nullable.class))
        .map(Schemas::field)
        .toList();
  }

  private static String field(RecordComponent part) {
    var said = part.getAccessor().getAnnotation(JsonProperty.class);
    return said == null ? snake(part.getName()) : said.value();
  }

  private static String snake(String name) {
    return new SnakeCaseStrategy().translate(name);
  }

  /** {@code MovieView.Listing} is a MovieListing. */
  private static String name(Class<?> type) {
    var said = type.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    if (said != null) {
      return said.name();
    }
    var around = type.getDeclaringClass();
    var outer = around == null ? "" : around.getSimpleName().replaceAll("(View|Resource)$", "");
    var own = type.getSimpleName().replaceAll("View$", "");
    return own.startsWith(outer) ? own : outer + own;
  }

  private static Schema schema(SchemaType type) {
    return OASFactory.createSchema().type(type);
  }
}
