/** What surrounds every page: the language switch, the headers, the footer's facts. */
@NullMarked
package com.movierecap.portal.frame;

import org.jspecify.annotations.NullMarked;
