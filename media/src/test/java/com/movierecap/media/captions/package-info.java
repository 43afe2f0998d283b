@NullMarked
package com.movierecap.media.captions;

import org.jspecify.annotations.NullMarked;
