/**
 * Chooses who reads a film: the library inside the JVM where it can, else the FFmpeg program. Also
 * refuses, before native code sees them, files that are no films or would open others.
 */
@NullMarked
package com.movierecap.media.reading;

import org.jspecify.annotations.NullMarked;
