/**
 * Who is signed in, for how long, and what they may do: the filters before every page, the way in
 * once somebody is known, and the end.
 */
@NullMarked
package com.movierecap.portal.session;

import org.jspecify.annotations.NullMarked;
