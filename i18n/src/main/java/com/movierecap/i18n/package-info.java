/** The one list of languages, and every word in them ({@code i18n/messages_xx.properties}). */
@NullMarked
package com.movierecap.i18n;

import org.jspecify.annotations.NullMarked;
