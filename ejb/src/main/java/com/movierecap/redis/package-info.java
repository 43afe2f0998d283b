/**
 * What lives for seconds or minutes and is all nodes' together, in Redis: news, counters, attempts,
 * and what is remembered of PostgreSQL. Every key begins with the tenant, or says that it is
 * nobody's. Losing all of it costs moments; the truth stays in PostgreSQL.
 */
@NullMarked
package com.movierecap.redis;

import org.jspecify.annotations.NullMarked;
