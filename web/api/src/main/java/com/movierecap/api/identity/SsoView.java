package com.movierecap.api.identity;

import com.movierecap.identity.sso.SsoProvider;
import com.movierecap.identity.sso.SsoSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's provider. Its client secret is written and never shown.
 *
 * @param issuer the provider's URL, exactly as it calls itself
 * @param emailDomains whose addresses it may speak for; each must be proven
 * @param groupsClaim the claim that holds somebody's groups
 * @param groupRoles which role a group gives; of several the highest
 * @param defaultRole of whoever has none of these groups; without it they stay outside
 * @param justInTime whether somebody without an account gets one
 * @param ssoOnly whether passwords open nothing any more
 */
public record SsoView(
    String issuer,
    String clientId,
    List<String> emailDomains,
    String groupsClaim,
    List<Group> groupRoles,
    @Nullable String defaultRole,
    boolean justInTime,
    boolean ssoOnly) {

  /**
   * @param role {@code viewer editor tenant-admin}
   */
  public record Group(String group, String role) {}

  /**
   * As {@link SsoView}.
   *
   * @param clientSecret as the provider gave it; left out, the one there is stays
   */
  public record Request(
      String issuer,
      String clientId,
      @Nullable String clientSecret,
      @Nullable List<String> emailDomains,
      @Nullable String groupsClaim,
      @Nullable List<Group> groupRoles,
      @Nullable String defaultRole,
      @Nullable Boolean justInTime,
      @Nullable Boolean ssoOnly) {

    SsoSettings settings() {
      var groups = groupRoles;
      return new SsoSettings(
          issuer,
          clientId,
          emailDomains == null ? List.of() : emailDomains,
          groupsClaim,
          groups == null
              ? List.of()
              : groups.stream()
                  .map(each -> new SsoSettings.GroupRole(each.group(), each.role()))
                  .toList(),
          defaultRole,
          justInTime,
          ssoOnly);
    }
  }

  static SsoView of(SsoProvider provider) {
    var settings = provider.settings();
    return new SsoView(
        settings.issuer(),
        settings.clientId(),
        settings.emailDomains(),
        String.valueOf(settings.groupsClaim()),
        settings.groupRoles().stream().map(each -> new Group(each.group(), each.role())).toList(),
        settings.defaultRole(),
        Boolean.TRUE.equals(settings.justInTime()),
        settings.shutsPasswordsOut());
  }
}
