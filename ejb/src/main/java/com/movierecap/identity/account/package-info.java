/** People and their own accounts: a lost password, a new one, another address. */
@NullMarked
package com.movierecap.identity.account;

import org.jspecify.annotations.NullMarked;
