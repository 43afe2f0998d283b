/**
 * Words of a film: reads subtitle files of any age and encoding, joins cues to sentences, weighs
 * sentences, and writes the synopsis. Pure Java; the only package that knows ICU4J.
 */
@NullMarked
package com.movierecap.media.subtitles;

import org.jspecify.annotations.NullMarked;
