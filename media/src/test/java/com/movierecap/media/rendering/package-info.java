@NullMarked
package com.movierecap.media.rendering;

import org.jspecify.annotations.NullMarked;
