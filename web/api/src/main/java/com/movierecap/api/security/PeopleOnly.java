package com.movierecap.api.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * No API key opens this: it decides by what somebody comes in, or is about a person's own account.
 * Whoever finds a key must not be able to make it more than it is.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface PeopleOnly {}
