package com.movierecap.recap;

import com.movierecap.json.Json;
import com.movierecap.media.RecapRequest;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** The request as JSON: it is read and written whole, never searched. */
@Converter
public class RequestConverter implements AttributeConverter<RecapRequest, String> {
  @Override
  public String convertToDatabaseColumn(RecapRequest request) {
    return Json.line(request);
  }

  @Override
  public RecapRequest convertToEntityAttribute(String json) {
    return Json.parse(json, RecapRequest.class);
  }
}
