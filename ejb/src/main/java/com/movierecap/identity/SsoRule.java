package com.movierecap.identity;

import com.movierecap.access.TenantSessionListener;
import com.movierecap.json.Json;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** Whether a tenant lets its people in by its own provider only: one wish of those for that. */
@Entity
@Table(name = "sso_provider")
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantSessionListener.PROPERTY)
public class SsoRule {
  private record Wish(boolean ssoOnly) {}

  @Id private UUID id;
  private String settings;

  protected SsoRule() {}

  boolean shutsPasswordsOut() {
    return Json.parse(settings, Wish.class).ssoOnly();
  }
}
