/** Subtitles on the recap's own clock: re-timed, written as WebVTT, drawn for burning in. */
@NullMarked
package com.movierecap.media.captions;

import org.jspecify.annotations.NullMarked;
