package com.movierecap.access;

import jakarta.enterprise.event.Observes;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Those who may call one method of a service.
 *
 * @param names as {@link OpenTo} has them
 */
public record Callers(List<String> names) {
  /** Empty where nothing was declared. */
  public static Optional<Callers> of(Method method) {
    if (isObserver(method)) {
      return Optional.of(new Callers(List.of(OpenTo.EVERYBODY)));
    }
    return Optional.ofNullable(method.getAnnotation(OpenTo.class))
        .or(() -> Optional.ofNullable(method.getDeclaringClass().getAnnotation(OpenTo.class)))
        .map(declared -> new Callers(List.of(declared.value())));
  }

  /** Whether the container calls it, with news. */
  public static boolean isObserver(Method method) {
    return Arrays.stream(method.getParameters())
        .anyMatch(parameter -> parameter.isAnnotationPresent(Observes.class));
  }

  public boolean include(Origin caller) {
    return names.contains(OpenTo.EVERYBODY) || names.stream().anyMatch(caller.roles()::contains);
  }
}
