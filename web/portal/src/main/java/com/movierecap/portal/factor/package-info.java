/**
 * What people prove themselves with besides their password: a program for codes, passkeys, recovery
 * codes. Open to whoever still needs one, before anything else is.
 */
@NullMarked
package com.movierecap.portal.factor;

import org.jspecify.annotations.NullMarked;
