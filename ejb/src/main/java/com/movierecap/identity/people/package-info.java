/**
 * A tenant's people as its administrators look after them: invited, given a role, shut out and let
 * in again.
 */
@NullMarked
package com.movierecap.identity.people;

import org.jspecify.annotations.NullMarked;
