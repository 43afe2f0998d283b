/** Tokens: signing in, renewing, signing out, public keys. */
@NullMarked
package com.movierecap.api.identity;

import org.jspecify.annotations.NullMarked;
