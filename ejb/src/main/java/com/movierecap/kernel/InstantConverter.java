package com.movierecap.kernel;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Instants as {@code timestamptz}: JPA 3.1 knows local and offset times only. */
@Converter(autoApply = true)
public class InstantConverter implements AttributeConverter<Instant, Timestamp> {
  @Override
  public @Nullable Timestamp convertToDatabaseColumn(@Nullable Instant value) {
    return value == null ? null : Timestamp.from(value);
  }

  @Override
  public @Nullable Instant convertToEntityAttribute(@Nullable Timestamp value) {
    return value == null ? null : value.toInstant();
  }
}
