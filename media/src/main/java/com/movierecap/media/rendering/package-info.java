/**
 * From a timeline to the files that show it: the recap in its shapes, its streams for players,
 * chapters, poster, storyboard and preview. Knows how FFmpeg's filters are written; the program
 * itself lives in {@link com.movierecap.media.ffmpeg}.
 */
@NullMarked
package com.movierecap.media.rendering;

import org.jspecify.annotations.NullMarked;
