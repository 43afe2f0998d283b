/**
 * Which language a page speaks, its words, and how it writes dates, numbers and times. Knows no
 * other part of the portal.
 */
@NullMarked
package com.movierecap.portal.language;

import org.jspecify.annotations.NullMarked;
