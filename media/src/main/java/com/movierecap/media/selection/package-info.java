@NullMarked
package com.movierecap.media.selection;

import org.jspecify.annotations.NullMarked;
