@NullMarked
package com.movierecap.media.analysis;

import org.jspecify.annotations.NullMarked;
