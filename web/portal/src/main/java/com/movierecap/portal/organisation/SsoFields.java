package com.movierecap.portal.organisation;

import com.movierecap.identity.sso.SsoSettings;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A provider's settings as they stand in the fields of a form. */
public class SsoFields {
  private String issuer = "";
  private String clientId = "";
  private @Nullable String clientSecret;
  private String emailDomains = "";
  private String groupsClaim = "groups";
  private String groupRoles = "";
  private @Nullable String defaultRole;
  private boolean justInTime = true;
  private boolean only;

  static SsoFields of(SsoSettings settings) {
    var wish = new SsoFields();
    wish.issuer = settings.issuer();
    wish.clientId = settings.clientId();
    wish.emailDomains = String.join(" ", settings.emailDomains());
    wish.groupsClaim = String.valueOf(settings.groupsClaim());
    wish.groupRoles =
        settings.groupRoles().stream()
            .map(each -> each.group() + " = " + each.role())
            .collect(Collectors.joining("\n"));
    wish.defaultRole = settings.defaultRole();
    wish.justInTime = Boolean.TRUE.equals(settings.justInTime());
    wish.only = settings.shutsPasswordsOut();
    return wish;
  }

  SsoSettings settings() {
    return new SsoSettings(
        issuer,
        clientId,
        Arrays.stream(emailDomains.split("[\\s,]+", -1)).filter(d -> !d.isEmpty()).toList(),
        groupsClaim,
        groups(),
        defaultRole,
        justInTime,
        only);
  }

  /** Behind the last =, since a group may have any name. */
  private List<SsoSettings.GroupRole> groups() {
    return groupRoles
        .lines()
        .filter(line -> !line.isBlank())
        .map(
            line -> {
              int at = Math.max(line.lastIndexOf('='), 0);
              return new SsoSettings.GroupRole(
                  line.substring(0, at).strip(), line.substring(at).replaceFirst("=", "").strip());
            })
        .toList();
  }

  @Nullable String secret() {
    return clientSecret;
  }

  private static String plain(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  public String getIssuer() {
    return issuer;
  }

  public void setIssuer(@Nullable String issuer) {
    this.issuer = plain(issuer);
  }

  public String getClientId() {
    return clientId;
  }

  public void setClientId(@Nullable String clientId) {
    this.clientId = plain(clientId);
  }

  /** Never written back into the page. */
  public @Nullable String getClientSecret() {
    return null;
  }

  public void setClientSecret(@Nullable String clientSecret) {
    this.clientSecret = clientSecret;
  }

  public String getEmailDomains() {
    return emailDomains;
  }

  public void setEmailDomains(@Nullable String emailDomains) {
    this.emailDomains = plain(emailDomains);
  }

  public String getGroupsClaim() {
    return groupsClaim;
  }

  public void setGroupsClaim(@Nullable String groupsClaim) {
    this.groupsClaim = plain(groupsClaim);
  }

  public String getGroupRoles() {
    return groupRoles;
  }

  public void setGroupRoles(@Nullable String groupRoles) {
    this.groupRoles = plain(groupRoles);
  }

  public @Nullable String getDefaultRole() {
    return defaultRole;
  }

  public void setDefaultRole(@Nullable String defaultRole) {
    this.defaultRole = defaultRole;
  }

  public boolean isJustInTime() {
    return justInTime;
  }

  public void setJustInTime(boolean justInTime) {
    this.justInTime = justInTime;
  }

  public boolean isOnly() {
    return only;
  }

  public void setOnly(boolean only) {
    this.only = only;
  }
}
