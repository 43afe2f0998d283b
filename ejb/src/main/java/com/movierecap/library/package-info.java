/**
 * The films of a tenant: taking them in, having them analysed, handing out what is known of them.
 * Must not know what becomes of a film; who needs to hears {@link
 * com.movierecap.library.MovieEvent}.
 */
@NullMarked
package com.movierecap.library;

import org.jspecify.annotations.NullMarked;
