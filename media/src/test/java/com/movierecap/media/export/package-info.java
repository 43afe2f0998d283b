@NullMarked
package com.movierecap.media.export;

import org.jspecify.annotations.NullMarked;
