package com.movierecap.mail;

import org.jspecify.annotations.Nullable;

/**
 * Where a tenant is found and what it is called.
 *
 * @param slug its name below our own domain
 * @param host a proven host name of its own, or null
 */
record MailSender(String slug, String displayName, @Nullable String host) {}
