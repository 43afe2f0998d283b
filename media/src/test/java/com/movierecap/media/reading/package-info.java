@NullMarked
package com.movierecap.media.reading;

import org.jspecify.annotations.NullMarked;
