package com.movierecap.usage;

import java.util.UUID;

/**
 * A tenant has newly used so much of a quota.
 *
 * @param percent 80 or 100
 */
public record QuotaEvent(UUID tenant, Meter meter, int percent) {}
