/** The pages of the door: which organisation, password, code, passkey. */
@NullMarked
package com.movierecap.portal.signin;

import org.jspecify.annotations.NullMarked;
