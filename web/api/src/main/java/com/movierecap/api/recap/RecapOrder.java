package com.movierecap.api.recap;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.Rendering;
import com.movierecap.media.Rendering.Aspect;
import com.movierecap.media.Rendering.Captions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks for.
 *
 * @param lengthSeconds required
 * @param aspect {@code source} (default), {@code 16:9}, {@code 9:16}, {@code 1:1}
 * @param captions {@code soft} (default), {@code burned}, {@code none}
 * @param spoilers false keeps the last quarter out; true by default
 */
public record RecapOrder(
    @Nullable Double lengthSeconds,
    @Nullable String aspect,
    @Nullable String captions,
    @Nullable Boolean spoilers) {

  RecapRequest request() {
    if (lengthSeconds == null) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "length_seconds");
    }
    if (!(lengthSeconds > 0)) {
      throw new ProblemException(ProblemType.LENGTH_NOT_POSITIVE);
    }
    try {
      var rendering =
          Rendering.of(
              Aspect.of(Objects.requireNonNullElse(aspect, Aspect.SOURCE.label())),
              Captions.of(Objects.requireNonNullElse(captions, Captions.SOFT.label())));
      return RecapRequest.story(lengthSeconds, rendering)
          .withSpoilers(spoilers == null || spoilers);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, String.valueOf(e.getMessage()));
    }
  }

  /** A key as the draft has it: up to 255 characters, with or without quotes. */
  static @Nullable String key(@Nullable String header) {
    if (header == null) {
      return null;
    }
    var key = header.strip().replaceAll("^\"|\"$", "");
    if (key.isEmpty() || key.length() > 255) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "Idempotency-Key");
    }
    return key;
  }
}
