package com.movierecap.tenancy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is switched on for a tenant, by name. A feature that is not named is off.
 *
 * @param switches at most {@value #MAX}; names are lower case words with underscores
 */
public record TenantFeatures(@JsonValue Map<String, Boolean> switches) {
  private static final int MAX = 100;

  @JsonCreator
  public TenantFeatures {
    switches = new TreeMap<>(switches);
    if (switches.size() > MAX) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "≤ " + MAX);
    }
    switches.forEach(
        (name, on) -> {
          if (!name.matches("[a-z][a-z0-9_]{0,63}") || on == null) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, name);
          }
        });
  }

  public boolean has(String feature) {
    return switches.getOrDefault(feature, false);
  }
}
