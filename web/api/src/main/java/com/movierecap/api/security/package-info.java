/**
 * Who asks and for which tenant, before any resource is reached: tokens and keys, and what a key
 * may be used for. Binds the {@link com.movierecap.access.CallContext} of each request.
 */
@NullMarked
package com.movierecap.api.security;

import org.jspecify.annotations.NullMarked;
