/** The FFmpeg program: started, watched and ended here, and told which file it may read. */
@NullMarked
package com.movierecap.media.ffmpeg;

import org.jspecify.annotations.NullMarked;
