/** The API's door: where it is mounted and how callers are known. */
@NullMarked
package com.movierecap.api;

import org.jspecify.annotations.NullMarked;
