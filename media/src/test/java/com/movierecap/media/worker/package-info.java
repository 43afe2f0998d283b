@NullMarked
package com.movierecap.media.worker;

import org.jspecify.annotations.NullMarked;
