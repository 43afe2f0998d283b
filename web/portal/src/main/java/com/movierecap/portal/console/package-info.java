/** The operator's console: tenants, their settings and what they use. */
@NullMarked
package com.movierecap.portal.console;

import org.jspecify.annotations.NullMarked;
