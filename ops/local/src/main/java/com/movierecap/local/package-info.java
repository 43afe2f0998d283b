/**
 * Everything the product leans on, on one machine: PostgreSQL, Redis, an S3 store, a mail server
 * and Liberty itself.
 *
 * <p>This room exists for development and for tests; nothing of it is deployed. It owns {@code
 * ./run} and the state directory {@code .local/}: data, generated secrets, chosen ports, logs.
 * {@link com.movierecap.local.LocalStack} starts the stores and the mail server, {@link
 * com.movierecap.local.LibertyServer} one server as a process that a test may kill, {@link
 * com.movierecap.local.Run} puts them together. It talks to the product only as a customer or an
 * operator would: through its public HTTP API, its environment variables and its migrations.
 */
@NullMarked
package com.movierecap.local;

import org.jspecify.annotations.NullMarked;
