package com.movierecap.identity.key;

/**
 * A new key and the only copy of it.
 *
 * @param text what its holder sends; we keep its hash alone
 */
public record IssuedApiKey(ApiKey key, String text) {}
