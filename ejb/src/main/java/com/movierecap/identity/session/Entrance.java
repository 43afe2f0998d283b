package com.movierecap.identity.session;

import com.movierecap.identity.Account;

/**
 * Somebody who has proven who they are.
 *
 * @param factored whether with a second factor
 */
public record Entrance(Account account, boolean factored) {}
