package com.movierecap.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.movierecap.access.TenantSessionListener;
import com.movierecap.json.Json;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/**
 * What a tenant asks of its people's sign-ins. One wish out of the settings that operators write:
 * tenancy knows identity, for its invitations, so identity reads the row by itself.
 */
@Entity
@Table(name = "tenant_settings")
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantSessionListener.PROPERTY)
public class SignInRule {
  private record Wish(@JsonProperty("require_2fa") boolean secondFactor) {}

  @Id private UUID id;
  private String security;

  protected SignInRule() {}

  public boolean asksForSecondFactor() {
    return Json.parse(security, Wish.class).secondFactor();
  }
}
