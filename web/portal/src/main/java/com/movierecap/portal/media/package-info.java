/** Pictures and recaps as bytes, for the pages' img and video elements. */
@NullMarked
package com.movierecap.portal.media;

import org.jspecify.annotations.NullMarked;
