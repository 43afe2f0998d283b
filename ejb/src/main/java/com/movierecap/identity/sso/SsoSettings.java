package com.movierecap.identity.sso;

import com.movierecap.access.Role;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a tenant's people come in by its provider.
 *
 * @param issuer the provider's URL, exactly as it calls itself
 * @param clientId who we are to it
 * @param emailDomains whose addresses it may speak for, lower case, sorted
 * @param groupsClaim the claim that holds somebody's groups; {@code groups} where it is null
 * @param groupRoles which role a group gives; of several the highest
 * @param defaultRole the role of whoever has none of these groups; null: they stay outside
 * @param justInTime whether somebody without an account gets one
 * @param ssoOnly whether passwords open nothing any more
 */
public record SsoSettings(
    String issuer,
    String clientId,
    List<String> emailDomains,
    @Nullable String groupsClaim,
    List<GroupRole> groupRoles,
    @Nullable String defaultRole,
    @Nullable Boolean justInTime,
    @Nullable Boolean ssoOnly) {
  private static final List<Role> ROLES = List.of(Role.VIEWER, Role.EDITOR, Role.TENANT_ADMIN);
  private static final int LONGEST = 255;
  private static final int MOST = 100;

  /**
   * @param role {@code viewer editor tenant-admin}
   */
  public record GroupRole(String group, String role) {
    public GroupRole {
      group = text(group, "group_roles.group");
      role = known(role, "group_roles.role").slug();
    }
  }

  /**
   * @throws ProblemException naming the first entry that is none
   */
  public SsoSettings {
    issuer = issuer(issuer);
    clientId = text(clientId, "client_id");
    emailDomains = domains(emailDomains);
    groupsClaim =
        groupsClaim == null || groupsClaim.isBlank() ? "groups" : text(groupsClaim, "groups_claim");
    groupRoles = few(groupRoles, "group_roles");
    defaultRole =
        defaultRole == null || defaultRole.isBlank()
            ? null
            : known(defaultRole, "default_role").slug();
    justInTime = Boolean.TRUE.equals(justInTime);
    ssoOnly = Boolean.TRUE.equals(ssoOnly);
    if (groupRoles.isEmpty() && defaultRole == null) {
      throw invalid("default_role");
    }
  }

  /** The highest role that any of the groups gives, or else the one for everybody. */
  Optional<Role> role(Collection<String> groups) {
    return groupRoles.stream()
        .filter(each -> groups.contains(each.group()))
        .map(each -> known(each.role(), "role"))
        .max(Comparator.naturalOrder())
        .or(() -> Optional.ofNullable(defaultRole).map(each -> known(each, "role")));
  }

  boolean makesAccounts() {
    return Boolean.TRUE.equals(justInTime);
  }

  /** Jackson would take another name for a field. */
  public boolean shutsPasswordsOut() {
    return Boolean.TRUE.equals(ssoOnly);
  }

  /** Where the provider is, in one word for people. */
  public String host() {
    return URI.create(issuer).getHost();
  }

  /** The same, with passwords open again. */
  SsoSettings withPasswords() {
    return new SsoSettings(
        issuer, clientId, emailDomains, groupsClaim, groupRoles, defaultRole, justInTime, false);
  }

  private static Role known(@Nullable String slug, String field) {
    return ROLES.stream()
        .filter(role -> role.slug().equals(slug))
        .findFirst()
        .orElseThrow(() -> invalid(field + ": viewer, editor, tenant-admin"));
  }

  /** An URL without query and fragment, as OpenID Connect Discovery has it (section 3). */
  private static String issuer(@Nullable String text) {
    var plain = text(text, "issuer");
    try {
      var uri = URI.create(plain);
      var isUrl = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (isUrl
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null) {
        return plain;
      }
    } catch (IllegalArgumentException e) {
      // none
    }
    throw invalid("issuer: https://…");
  }

  private static List<String> domains(@Nullable List<String> wished) {
    var known = new TreeSet<String>();
    for (var each : few(wished, "email_domains")) {
      known.add(text(each, "email_domains").toLowerCase(Locale.ROOT));
    }
    return List.copyOf(known);
  }

  private static <T> List<T> few(@Nullable List<T> wished, String field) {
    if (wished == null) {
      return List.of();
    }
    if (wished.size() > MOST || wished.stream().anyMatch(each -> each == null)) {
      throw invalid(field);
    }
    return List.copyOf(wished);
  }

  private static String text(@Nullable String text, String field) {
    var plain = text == null ? "" : text.strip();
    if (plain.isEmpty() || plain.length() > LONGEST || hasControls(plain)) {
      throw invalid(field);
    }
    return plain;
  }

  private static boolean hasControls(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }

  private static ProblemException invalid(String field) {
    return new ProblemException(ProblemType.INVALID_REQUEST, field);
  }

  /** The roles that a provider can give. */
  public static Stream<String> roles() {
    return ROLES.stream().map(Role::slug);
  }
}
