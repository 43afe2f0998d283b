@NullMarked
package com.movierecap.media.demo;

import org.jspecify.annotations.NullMarked;
