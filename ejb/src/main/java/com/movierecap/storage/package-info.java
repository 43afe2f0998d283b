/**
 * Films and recaps in an S3 object store. Owns the shape of every key, and every key begins with
 * the tenant. Must not know what the bytes mean.
 */
@NullMarked
package com.movierecap.storage;

import org.jspecify.annotations.NullMarked;
