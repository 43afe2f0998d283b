package com.movierecap.api.recap;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.RecapRequest.Style;
import com.movierecap.media.Rendering;
import com.movierecap.media.Rendering.Aspect;
import com.movierecap.media.Rendering.Captions;
import com.movierecap.media.Rendering.LoudnessTarget;
import com.movierecap.media.UnusableInputException;
import com.movierecap.recap.NewRecap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks for.
 *
 * @param lengthSeconds required
 * @param style {@code story} (default), {@code trailer}, {@code dialogue}, {@code action}
 * @param aspect {@code source} (default), {@code 16:9}, {@code 9:16}, {@code 1:1}
 * @param moreAspects further shapes made from the same decoding; none by default
 * @param captions {@code soft} (default), {@code burned}, {@code none}
 * @param spoilers false keeps the last quarter out; true by default
 * @param loudness {@code streaming} (default, -16 LUFS), {@code social} (-14), {@code broadcast}
 *     (-23)
 * @param lossless true copies the film's packets instead of encoding; what cannot be cut exactly
 *     then tells a {@code cut_limit}; false by default
 * @param watermark false leaves this organisation's watermark out; true by default, and not to be
 *     had where {@code lossless} is
 * @param audioTrack number of the film's sound that is heard, as its analysis lists them; the usual
 *     one by default
 * @param locked ranges that must be in the recap
 * @param excluded ranges nothing is taken from
 */
public record RecapOrder(
    @Nullable Double lengthSeconds,
    @Nullable String style,
    @Nullable String aspect,
    @Nullable List<@Nullable String> moreAspects,
    @Nullable String captions,
    @Nullable Boolean spoilers,
    @Nullable String loudness,
    @Nullable Boolean lossless,
    @Nullable Boolean watermark,
    @Nullable Integer audioTrack,
    @Nullable List<Ranges.@Nullable Range> locked,
    @Nullable List<Ranges.@Nullable Range> excluded) {

  NewRecap wish() {
    return NewRecap.of(request(), watermark);
  }

  private RecapRequest request() {
    if (lengthSeconds == null) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "length_seconds");
    }
    if (!(lengthSeconds > 0)) {
      throw new ProblemException(ProblemType.LENGTH_NOT_POSITIVE);
    }
    try {
      return new RecapRequest(
          lengthSeconds,
          Style.of(Objects.requireNonNullElse(style, Style.STORY.label())),
          spoilers == null || spoilers,
          Ranges.checked(locked, "locked"),
          Ranges.checked(excluded, "excluded"),
          rendering());
    } catch (UnusableInputException e) {
      throw new ProblemException(ProblemType.of(e.reason().code()));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, String.valueOf(e.getMessage()));
    }
  }

  private @Nullable Integer track() {
    if (audioTrack != null && audioTrack < 1) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "audio_track");
    }
    return audioTrack;
  }

  private Rendering rendering() {
    var first = Aspect.of(Objects.requireNonNullElse(aspect, Aspect.SOURCE.label()));
    var more = moreAspects == null ? List.<@Nullable String>of() : moreAspects;
    return new Rendering(
        first,
        more.stream()
            .map(label -> Aspect.of(String.valueOf(label)))
            .distinct()
            .filter(each -> each != first)
            .toList(),
        Captions.of(Objects.requireNonNullElse(captions, Captions.SOFT.label())),
        LoudnessTarget.of(Objects.requireNonNullElse(loudness, LoudnessTarget.STREAMING.label())),
        Boolean.TRUE.equals(lossless),
        null,
        track());
  }
}
