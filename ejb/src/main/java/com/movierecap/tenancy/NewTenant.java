package com.movierecap.tenancy;

import com.movierecap.i18n.Language;
import org.jspecify.annotations.Nullable;

/**
 * A customer to be.
 *
 * @param name for host names, headers and paths
 * @param plan the plan's name
 * @param adminEmail whom to invite as the first administrator, or null
 * @param adminLanguage what that person reads
 */
public record NewTenant(
    String name,
    String displayName,
    String plan,
    @Nullable String adminEmail,
    Language adminLanguage) {}
