/**
 * The recap engine's words and its four steps: a film is analysed once ({@link
 * com.movierecap.media.analysis.FilmAnalyser}), picks are selected from the analysis alone ({@link
 * com.movierecap.media.selection.PickSelector}), the timeline is rendered ({@link
 * com.movierecap.media.rendering.RecapRenderer}) and exported. Plain Java: no Jakarta EE, no
 * database, no HTTP.
 *
 * <p>All times are seconds on the film's own clock, starting at zero with its first picture, unless
 * a name says otherwise. All records are written to JSON in {@code snake_case} by {@link
 * com.movierecap.json.Json}.
 */
@NullMarked
package com.movierecap.media;

import org.jspecify.annotations.NullMarked;
