/**
 * Chooses what goes into a recap, from the analysis alone.
 *
 * <p>The film is laid out in whole pictures ({@link com.movierecap.media.selection.FrameGrid}), cut
 * into <em>moments</em> at the places where a cut hurts least ({@link
 * com.movierecap.media.selection.Moments}), each moment is weighed ({@link
 * com.movierecap.media.selection.Scorer}), the best that fit are taken act by act ({@link
 * com.movierecap.media.selection.Knapsack}), and the sum is trimmed to the picture ({@link
 * com.movierecap.media.selection.LengthFitter}).
 */
@NullMarked
package com.movierecap.media.selection;

import org.jspecify.annotations.NullMarked;
