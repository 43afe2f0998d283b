package com.movierecap.tenancy;

import inet.ipaddr.HostName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The tenant's name in a host name: {@code acme} in {@code acme.movierecap.com}, or the whole of a
 * host name of the tenant's own, such as {@code recaps.acme.com}.
 */
@ApplicationScoped
public class TenantHost {
  private final List<String> baseDomains;
  private final List<String> reserved;

  /** For the container's proxy. */
  protected TenantHost() {
    this(List.of(), List.of());
  }

  @Inject
  TenantHost(
      @ConfigProperty(name = "tenancy.base.domains") List<String> baseDomains,
      @ConfigProperty(name = "tenancy.reserved.subdomains") List<String> reserved) {
    this.baseDomains = baseDomains;
    this.reserved = reserved;
  }

  /**
   * @param host as the request named it, without port
   * @return empty for the service's own names, addresses and names without a dot; the name of a
   *     tenant that may not exist for everything else
   */
  public Optional<String> tenantOf(String host) {
    var name = host.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
    if (baseDomains.contains(name)) {
      return Optional.empty();
    }
    for (var base : baseDomains) {
      if (name.endsWith("." + base)) {
        var label = name.substring(0, name.length() - base.length() - 1);
        return reserved.contains(label) ? Optional.empty() : Optional.of(slugOr(label, name));
      }
    }
    return name.contains(".") && !new HostName(name).isAddress()
        ? Optional.of(name)
        : Optional.empty();
  }

  /** Whether a tenant may have that name: it is neither ours nor below one of ours. */
  boolean mayBeTaken(String domain) {
    return baseDomains.stream()
        .noneMatch(base -> domain.equals(base) || domain.endsWith("." + base));
  }

  /** Whether a tenant may be called that, as {@code slug.base} must not be a name of ours. */
  boolean mayBeCalled(String slug) {
    return !reserved.contains(slug);
  }

  /** Deeper names below ours are nobody's, and a whole name never is a slug. */
  private static String slugOr(String label, String whole) {
    return label.contains(".") ? whole : label;
  }
}
