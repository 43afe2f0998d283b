package com.movierecap.identity.sso;

import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a provider has sent, in its own words.
 *
 * @param email lower case; null where it says none, or has not verified it
 * @param factored whether more than a password was shown to the provider
 */
record OidcUser(
    String issuer,
    String subject,
    @Nullable String email,
    @Nullable String name,
    List<String> groups,
    boolean factored) {
  /**
   * Of the authentication methods of RFC 8176: several factors, a code, a key in hardware, a smart
   * card. Others can be one factor alone.
   */
  private static final Set<String> STRONG = Set.of("mfa", "otp", "hwk", "sc");

  /**
   * @param token what was signed
   * @param more what the provider says beyond it, or the same
   */
  static OidcUser of(ClaimsSet token, ClaimsSet more, String issuer, String groupsClaim) {
    var email = first(token, more, "email") instanceof String text ? text : null;
    var verified = first(token, more, "email_verified");
    var isVerified = Boolean.TRUE.equals(verified) || "true".equals(verified);
    return new OidcUser(
        issuer,
        String.valueOf(token.getClaim("sub")),
        email == null || !isVerified ? null : email.strip().toLowerCase(Locale.ROOT),
        first(token, more, "name") instanceof String text && !text.isBlank() ? text.strip() : null,
        texts(first(token, more, groupsClaim)),
        texts(token.getClaim("amr")).stream().anyMatch(STRONG::contains));
  }

  private static @Nullable Object first(ClaimsSet token, ClaimsSet more, String claim) {
    var signed = token.getClaim(claim);
    return signed == null ? more.getClaim(claim) : signed;
  }

  private static List<String> texts(@Nullable Object claim) {
    if (claim instanceof Collection<?> all) {
      return all.stream().map(String::valueOf).toList();
    }
    return claim instanceof String one ? List.of(one) : List.of();
  }

  /** Behind the last @; empty where there is no address. */
  String emailDomain() {
    return email == null ? "" : email.substring(email.lastIndexOf('@') + 1);
  }

  /** What the log calls them. */
  String called() {
    return email == null ? subject : email;
  }
}
