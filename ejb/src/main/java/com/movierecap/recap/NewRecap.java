package com.movierecap.recap;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.media.RecapRequest;
import org.jspecify.annotations.Nullable;

/**
 * A recap as somebody orders it.
 *
 * @param request what the engine is asked for, without a watermark
 * @param watermarked whether the tenant's watermark is laid over it, where there is one
 */
public record NewRecap(RecapRequest request, boolean watermarked) {
  /**
   * @param watermarked null for what fits: a lossless recap has none
   * @throws ProblemException where a lossless recap is to have one
   */
  public static NewRecap of(RecapRequest request, @Nullable Boolean watermarked) {
    var lossless = request.rendering().lossless();
    if (lossless && Boolean.TRUE.equals(watermarked)) {
      throw new ProblemException(ProblemType.LOSSLESS_UNCHANGEABLE);
    }
    return new NewRecap(request, watermarked == null ? !lossless : watermarked);
  }
}
