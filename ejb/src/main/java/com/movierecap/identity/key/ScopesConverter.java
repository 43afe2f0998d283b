package com.movierecap.identity.key;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Scopes as words with a space between them. */
@Converter
public class ScopesConverter implements AttributeConverter<Set<Scope>, String> {
  private static final String SEPARATOR = " ";

  @Override
  public String convertToDatabaseColumn(Set<Scope> scopes) {
    return scopes.stream().sorted().map(Scope::name).collect(Collectors.joining(SEPARATOR));
  }

  @Override
  public Set<Scope> convertToEntityAttribute(String words) {
    var scopes = EnumSet.noneOf(Scope.class);
    for (var word : words.split(SEPARATOR, -1)) {
      scopes.add(Scope.valueOf(word));
    }
    return scopes;
  }
}
