/**
 * People at the door who cannot simply sign in, and their own accounts once they are inside:
 * invitations, passwords, addresses, names.
 */
@NullMarked
package com.movierecap.portal.account;

import org.jspecify.annotations.NullMarked;
