package com.movierecap.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The tenant's name in a host name: {@code acme} in {@code acme.movierecap.com}. */
@ApplicationScoped
public class TenantHost {
  @Inject
  @ConfigProperty(name = "tenancy.base.domains")
  private List<String> baseDomains;

  @Inject
  @ConfigProperty(name = "tenancy.reserved.subdomains")
  private List<String> reserved;

  /**
   * @param host as the request named it, without port
   * @return empty for the service's own names and for hosts that are none of ours
   */
  public Optional<String> tenantOf(String host) {
    var name = host.toLowerCase(Locale.ROOT);
    return baseDomains.stream()
        .filter(base -> name.endsWith("." + base))
        .map(base -> name.substring(0, name.length() - base.length() - 1))
        .filter(label -> !label.contains(".") && !reserved.contains(label))
        .findFirst();
  }
}
