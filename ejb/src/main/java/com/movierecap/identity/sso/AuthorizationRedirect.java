package com.movierecap.identity.sso;

import java.net.URI;

/**
 * Somebody on their way to the provider.
 *
 * @param provider where the browser goes now
 * @param browser what the browser must bring back in a cookie: without it, what the provider says
 *     was meant for another
 */
public record AuthorizationRedirect(URI provider, String browser) {}
