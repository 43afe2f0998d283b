/**
 * Who is asking: accounts, their roles and passwords, and what is kept secret about them. Must not
 * know what the roles are used for.
 */
@NullMarked
package com.movierecap.identity;

import org.jspecify.annotations.NullMarked;
