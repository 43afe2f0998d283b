/**
 * Looks at a film once: puts together what {@code shots}, {@code sound}, {@code titles} and {@code
 * subtitles} find, and finds scenes, acts and turning points over it. What comes out is all that
 * recaps are made from.
 */
@NullMarked
package com.movierecap.media.analysis;

import org.jspecify.annotations.NullMarked;
