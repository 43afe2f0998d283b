/**
 * How secrets are kept: closed so that we can read them again ({@link
 * com.movierecap.crypto.SecretCipher}), or as a hash that only tells the same from another ({@link
 * com.movierecap.crypto.Sha256}). Knows nobody's secrets.
 */
@NullMarked
package com.movierecap.crypto;

import org.jspecify.annotations.NullMarked;
