/** The log of who did what. */
@NullMarked
package com.movierecap.api.audit;

import org.jspecify.annotations.NullMarked;
