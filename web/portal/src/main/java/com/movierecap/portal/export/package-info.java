/** All that an organisation has as one archive: for its administrators, and for operators. */
@NullMarked
package com.movierecap.portal.export;

import org.jspecify.annotations.NullMarked;
