/** The way to an organisation's provider and back. */
@NullMarked
package com.movierecap.portal.sso;

import org.jspecify.annotations.NullMarked;
