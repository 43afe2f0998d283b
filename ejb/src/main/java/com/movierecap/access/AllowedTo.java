package com.movierecap.access;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a service: whoever has one of these roles ({@link com.movierecap.access.Role}). On
 * the class it is said for all public methods that say nothing themselves. {@link
 * AuthorizationInterceptor} asks when a call comes from outside, from an edge or a job; a service
 * answers for what it calls in turn. Observers of news need no role, since whoever made the news
 * was asked; nothing else calls them.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface AllowedTo {
  /** Whoever asks, signed in or not. */
  String EVERYBODY = "everybody";

  /** Jobs, timers and other services, and nobody by themself. */
  String OWN_WORK = "own work";

  @Nonbinding
  String[] value();
}
