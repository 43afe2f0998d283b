/** Every test that needs a running server: the real Liberty, PostgreSQL, Redis, S3 and browser. */
@NullMarked
package com.movierecap.it;

import org.jspecify.annotations.NullMarked;
