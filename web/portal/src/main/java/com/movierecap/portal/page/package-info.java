/** What the beans of all pages share: redirects, what a button does, lists a page at a time. */
@NullMarked
package com.movierecap.portal.page;

import org.jspecify.annotations.NullMarked;
