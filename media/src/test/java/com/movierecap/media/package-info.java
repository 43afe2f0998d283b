@NullMarked
package com.movierecap.media;

import org.jspecify.annotations.NullMarked;
