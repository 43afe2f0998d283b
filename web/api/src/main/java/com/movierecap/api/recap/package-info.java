/** Recaps. */
@NullMarked
package com.movierecap.api.recap;

import org.jspecify.annotations.NullMarked;
