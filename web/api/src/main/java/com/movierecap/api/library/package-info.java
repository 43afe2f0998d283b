/** Movies. */
@NullMarked
package com.movierecap.api.library;

import org.jspecify.annotations.NullMarked;
