/**
 * API keys: how programs come in, for a person or for a service account. Owns what a key looks
 * like, what it opens and how long; must not know how one is sent.
 */
@NullMarked
package com.movierecap.identity.key;

import org.jspecify.annotations.NullMarked;
