/**
 * Who did what, when, from where and with what result. Owns the log and its chain: PostgreSQL
 * numbers and hashes each event, nobody changes one afterwards, and {@link
 * com.movierecap.audit.AuditChain} finds out whether somebody did. Must not know what the actions
 * mean.
 */
@NullMarked
package com.movierecap.audit;

import org.jspecify.annotations.NullMarked;
