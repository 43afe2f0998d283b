/**
 * Reads films with humble-video (libavcodec 56). The only package that knows that library, and the
 * only one that runs native code inside the JVM; so it belongs in the worker process, never in the
 * server.
 *
 * <p>Traps of the library that shape the code: opening and closing in parallel aborts the JVM (one
 * lock); a plane's buffer claims the size of the whole picture (lines x line size is the truth);
 * every wrapper, also a {@code Buffer}, must be deleted or native memory grows until the collector
 * happens to run.
 */
@NullMarked
package com.movierecap.media.humble;

import org.jspecify.annotations.NullMarked;
