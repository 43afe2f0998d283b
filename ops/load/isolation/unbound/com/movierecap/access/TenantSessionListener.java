package com.movierecap.access;

import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * What the product would be without row-level security, and never is: this class replaces the real
 * one in the benchmark's own copy of the EAR. EclipseLink's discriminator stays, because without it
 * the answers would be others; the connection is left alone.
 */
public class TenantSessionListener extends SessionEventAdapter {
  public static final String PROPERTY = "eclipselink.tenant-id";

  @Override
  public void postAcquireUnitOfWork(SessionEvent event) {
    CallContext.tenant().ifPresent(tenant -> event.getSession().setProperty(PROPERTY, tenant));
  }
}
