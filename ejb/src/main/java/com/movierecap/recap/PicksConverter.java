package com.movierecap.recap;

import com.movierecap.json.Json;
import com.movierecap.media.Pick;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Picks as JSON: they are read and written whole, never searched. */
@Converter
public class PicksConverter implements AttributeConverter<List<Pick>, String> {
  @Override
  public String convertToDatabaseColumn(List<Pick> picks) {
    return Json.line(picks);
  }

  @Override
  public List<Pick> convertToEntityAttribute(String json) {
    return List.of(Json.parse(json, Pick[].class));
  }
}
