/**
 * Who is asking: accounts, their roles, passwords, second factors and refresh tokens. Issues no
 * access tokens itself, since those are the API's business; says who somebody is and what they may
 * do. Must not know what the roles are used for.
 */
@NullMarked
package com.movierecap.identity;

import org.jspecify.annotations.NullMarked;
