package com.movierecap.recap;

import com.movierecap.json.Json;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.LinkedHashMap;
import java.util.Map;

/** File names and sizes as JSON. */
@Converter
public class OutputsConverter implements AttributeConverter<Map<String, Long>, String> {
  @Override
  public String convertToDatabaseColumn(Map<String, Long> outputs) {
    return Json.line(outputs);
  }

  @Override
  public Map<String, Long> convertToEntityAttribute(String json) {
    var outputs = new LinkedHashMap<String, Long>();
    Map<?, ?> sizes = Json.parse(json, Map.class);
    sizes.forEach((name, bytes) -> outputs.put(String.valueOf(name), ((Number) bytes).longValue()));
    return outputs;
  }
}
