/**
 * Signing in, renewing and signing out, the keys that tokens are checked by, one's own account, and
 * the organisation's people, programs, keys and provider.
 */
@NullMarked
package com.movierecap.api.identity;

import org.jspecify.annotations.NullMarked;
