package com.movierecap.local;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one password of all demo accounts: given by {@code RECAP_DEMO_PASSWORD}, else made up once
 * and kept.
 */
final class DemoPassword {
  private static final int GROUPS = 4;
  private static final int GROUP_LENGTH = 4;

  private DemoPassword() {}

  static String of(StateDirectory state, Map<String, String> environment) {
    @Nullable String given = environment.get("RECAP_DEMO_PASSWORD");
    return given != null && !given.isBlank()
        ? given
        : state.remembered("demo.properties", "RECAP_DEMO_PASSWORD", () -> readable(state));
  }

  // groups, because people type it; the alphabet has no letters that look alike
  private static String readable(StateDirectory state) {
    return Stream.generate(() -> state.randomText(GROUP_LENGTH))
        .limit(GROUPS)
        .collect(Collectors.joining("-"));
  }
}
