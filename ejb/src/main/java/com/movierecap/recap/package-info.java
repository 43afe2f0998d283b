/**
 * Recaps: what was asked, what was picked and why, what came out, and the watermark laid over them.
 * Asks the library for films and the queue for work. The choice of picks itself is the engine's.
 */
@NullMarked
package com.movierecap.recap;

import org.jspecify.annotations.NullMarked;
