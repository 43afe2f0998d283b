@NullMarked
package com.movierecap.media.ffmpeg;

import org.jspecify.annotations.NullMarked;
