/** The tenant's films: the shelf, the upload, the page of one film. */
@NullMarked
package com.movierecap.portal.library;

import org.jspecify.annotations.NullMarked;
