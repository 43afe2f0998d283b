package com.movierecap.tenancy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.movierecap.access.TenantSessionListener;
import com.movierecap.json.Json;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** How a tenant wants to be guarded, as its own requests read it. Operators write it. */
@Entity
@Table(name = "tenant_settings")
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantSessionListener.PROPERTY)
public class TenantSettings {
  /** The one wish that is asked for with each look at a session: the lists are long. */
  private record Factor(@JsonProperty("require_2fa") boolean required) {}

  @Id private UUID id;
  private String security;
  private String features;
  @Version private int version;

  protected TenantSettings() {}

  boolean asksForSecondFactor() {
    return Json.parse(security, Factor.class).required();
  }

  public TenantSecurity security() {
    return Json.parse(security, TenantSecurity.class);
  }

  public TenantFeatures features() {
    return Json.parse(features, TenantFeatures.class);
  }
}
