package com.movierecap.portal.console;

import com.movierecap.kernel.ProblemException;
import com.movierecap.portal.page.Steps;
import com.movierecap.portal.session.Permissions;
import com.movierecap.tenancy.TenantSecurity;
import com.movierecap.tenancy.TenantSettingsAdministration;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From where and how the people of the customer on the page may come. */
@Named("tenantSecurity")
@ViewScoped
public class SecurityForm implements Serializable {
  @Inject private TenantSettingsAdministration settings;
  @Inject private TenantPage tenant;
  @Inject private Permissions may;
  @Inject private Steps steps;

  private boolean loaded;
  private int version;
  private @Nullable String allowedCountries;
  private @Nullable String blockedCountries;
  private @Nullable String allowedIps;
  private @Nullable String blockedIps;
  private boolean twoFactor;

  public void save() throws IOException {
    may.mustManage();
    steps.take(
        () -> {
          settings.secure(tenant.uuid(), security(), version);
          return TenantPage.of(tenant.uuid()).saying("console.changed");
        },
        problem -> steps.at(fields(problem)).accept(problem));
  }

  private TenantSecurity security() {
    return new TenantSecurity(
        entries(allowedCountries),
        entries(blockedCountries),
        entries(allowedIps),
        entries(blockedIps),
        twoFactor);
  }

  private Map<String, String> fields(ProblemException problem) {
    return Map.of(
        "ISO 3166-1", named(problem, allowedCountries) ? "allowedCountries" : "blockedCountries",
        "CIDR", named(problem, allowedIps) ? "allowedIps" : "blockedIps");
  }

  /** Whether the entry that a problem names is in this field. */
  private static boolean named(ProblemException problem, @Nullable String field) {
    var arguments = problem.arguments();
    return arguments.length > 0
        && entries(field).stream().anyMatch(String.valueOf(arguments[0])::endsWith);
  }

  private void load() {
    if (!loaded) {
      loaded = true;
      var setting = settings.security(tenant.uuid());
      version = setting.version();
      allowedCountries = String.join(" ", setting.value().allowedCountries());
      blockedCountries = String.join(" ", setting.value().blockedCountries());
      allowedIps = String.join(" ", setting.value().allowedIps());
      blockedIps = String.join(" ", setting.value().blockedIps());
      twoFactor = Boolean.TRUE.equals(setting.value().requireTwoFactor());
    }
  }

  private static List<String> entries(@Nullable String text) {
    return text == null || text.isBlank()
        ? List.of()
        : Arrays.asList(text.strip().split("[\\s,;]+", -1));
  }

  public @Nullable String getAllowedCountries() {
    load();
    return allowedCountries;
  }

  public void setAllowedCountries(@Nullable String allowedCountries) {
    this.allowedCountries = allowedCountries;
  }

  public @Nullable String getBlockedCountries() {
    load();
    return blockedCountries;
  }

  public void setBlockedCountries(@Nullable String blockedCountries) {
    this.blockedCountries = blockedCountries;
  }

  public @Nullable String getAllowedIps() {
    load();
    return allowedIps;
  }

  public void setAllowedIps(@Nullable String allowedIps) {
    this.allowedIps = allowedIps;
  }

  public @Nullable String getBlockedIps() {
    load();
    return blockedIps;
  }

  public void setBlockedIps(@Nullable String blockedIps) {
    this.blockedIps = blockedIps;
  }

  public boolean isTwoFactor() {
    load();
    return twoFactor;
  }

  public void setTwoFactor(boolean twoFactor) {
    this.twoFactor = twoFactor;
  }
}
