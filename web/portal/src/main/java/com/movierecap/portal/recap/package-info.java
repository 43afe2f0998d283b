/** Ordering a recap, and the page of one: how far it is, what came out and why. */
@NullMarked
package com.movierecap.portal.recap;

import org.jspecify.annotations.NullMarked;
