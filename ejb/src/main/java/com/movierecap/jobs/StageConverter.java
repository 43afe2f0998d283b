package com.movierecap.jobs;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Stages by their labels. */
@Converter(autoApply = true)
public class StageConverter implements AttributeConverter<Stage, String> {
  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable Stage stage) {
    return stage == null ? null : stage.label();
  }

  @Override
  public @Nullable Stage convertToEntityAttribute(@Nullable String label) {
    return label == null ? null : Stage.labelled(label);
  }
}
