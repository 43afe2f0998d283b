package com.movierecap.access;

import jakarta.enterprise.event.Observes;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Those who may call one method of a service.
 *
 * @param names as {@link AllowedTo} has them
 */
public record AllowedCallers(List<String> names) {
  /** Empty where nothing was declared. */
  public static Optional<AllowedCallers> of(Method method) {
    if (isObserver(method)) {
      return Optional.of(new AllowedCallers(List.of(AllowedTo.EVERYBODY)));
    }
    return Optional.ofNullable(method.getAnnotation(AllowedTo.class))
        .or(() -> Optional.ofNullable(method.getDeclaringClass().getAnnotation(AllowedTo.class)))
        .map(declared -> new AllowedCallers(List.of(declared.value())));
  }

  /** Whether the container calls it, with news. */
  public static boolean isObserver(Method method) {
    return Arrays.stream(method.getParameters())
        .anyMatch(parameter -> parameter.isAnnotationPresent(Observes.class));
  }

  public boolean include(Origin caller) {
    return names.contains(AllowedTo.EVERYBODY) || names.stream().anyMatch(caller.roles()::contains);
  }
}
