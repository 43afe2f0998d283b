/**
 * What it means to read a film, whoever decodes it: shrunk pictures, sound, subtitles and the times
 * of all pictures. Knows no library; the readers live in {@code humble} and {@code ffmpeg}.
 */
@NullMarked
package com.movierecap.media.film;

import org.jspecify.annotations.NullMarked;
