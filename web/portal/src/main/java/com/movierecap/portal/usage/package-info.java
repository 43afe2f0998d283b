/** How much is used, and of how much, in words. */
@NullMarked
package com.movierecap.portal.usage;

import org.jspecify.annotations.NullMarked;
