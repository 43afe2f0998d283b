@NullMarked
package com.movierecap.media.humble;

import org.jspecify.annotations.NullMarked;
