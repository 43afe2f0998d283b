/** The log of who did what, for an organisation's administrators and for operators. */
@NullMarked
package com.movierecap.portal.audit;

import org.jspecify.annotations.NullMarked;
