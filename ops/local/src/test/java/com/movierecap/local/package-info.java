@NullMarked
package com.movierecap.local;

import org.jspecify.annotations.NullMarked;
