/** API keys and the programs that have accounts, as people look after them. */
@NullMarked
package com.movierecap.portal.key;

import org.jspecify.annotations.NullMarked;
