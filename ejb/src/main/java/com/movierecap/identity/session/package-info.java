/**
 * From the door to the way out: signing in, what a signed-in device may do, refresh tokens, signing
 * out. Issues no access tokens itself, since those are the API's business.
 */
@NullMarked
package com.movierecap.identity.session;

import org.jspecify.annotations.NullMarked;
