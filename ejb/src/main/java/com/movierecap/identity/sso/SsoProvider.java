package com.movierecap.identity.sso;

import com.movierecap.access.CallContext;
import com.movierecap.access.TenantSessionListener;
import com.movierecap.crypto.SecretCipher;
import com.movierecap.json.Json;
import com.movierecap.kernel.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/**
 * The one provider that a tenant trusts. Its client secret is closed for this tenant and issuer:
 * who changes the issuer must bring the secret again, or else it would be sent to somebody else.
 */
@Entity
@Table(name = "sso_provider")
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantSessionListener.PROPERTY)
public class SsoProvider {
  @Id private UUID id;
  private String settings;

  @Column(name = "client_secret")
  private byte[] clientSecret;

  @Version private int version;

  protected SsoProvider() {}

  SsoProvider(SsoSettings settings, String clientSecret, SecretCipher seal) {
    this.id = Ids.next();
    this.settings = Json.line(settings);
    this.clientSecret = closed(settings, clientSecret, seal);
  }

  public SsoSettings settings() {
    return Json.parse(settings, SsoSettings.class);
  }

  public int version() {
    return version;
  }

  void change(SsoSettings wished) {
    settings = Json.line(wished);
  }

  void change(SsoSettings wished, String secret, SecretCipher seal) {
    change(wished);
    clientSecret = closed(wished, secret, seal);
  }

  String clientSecret(SecretCipher seal) {
    return new String(seal.open(clientSecret, place(settings())), StandardCharsets.UTF_8);
  }

  private static byte[] closed(SsoSettings settings, String secret, SecretCipher seal) {
    return seal.close(secret.getBytes(StandardCharsets.UTF_8), place(settings));
  }

  private static String place(SsoSettings settings) {
    return CallContext.requiredTenant() + "/sso/" + settings.issuer();
  }
}
