/** Errors as problem+json (RFC 9457), from every layer, in the caller's language. */
@NullMarked
package com.movierecap.api.problem;

import org.jspecify.annotations.NullMarked;
