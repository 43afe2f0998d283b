package com.movierecap.identity.session;

import java.util.UUID;

/**
 * Event: something that decides what a tenant's sign-ins or keys may do is no longer what it was.
 * {@link SessionCache} forgets what it remembers of them once the transaction has committed.
 */
public record SessionsChanged(UUID tenant) {}
