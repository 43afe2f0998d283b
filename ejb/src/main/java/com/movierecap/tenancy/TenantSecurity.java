package com.movierecap.tenancy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.IncompatibleAddressException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From where and how a tenant's people may come. An empty list says nothing. The same country or
 * network cannot be allowed and blocked; part of an allowed network may be blocked.
 *
 * @param allowedCountries ISO 3166-1 alpha-2, upper case, sorted
 * @param blockedCountries as well
 * @param allowedIps addresses and CIDR blocks (RFC 4632, RFC 4291) in canonical form, sorted
 * @param blockedIps as well
 * @param requireTwoFactor whether members must have a second factor
 */
public record TenantSecurity(
    List<String> allowedCountries,
    List<String> blockedCountries,
    List<String> allowedIps,
    List<String> blockedIps,
    @JsonProperty("require_2fa") @Nullable Boolean requireTwoFactor) {
  private static final int MAX = 1000;
  private static final List<String> COUNTRIES = Arrays.asList(Locale.getISOCountries());

  /**
   * The library would take octal, three parts, nothing at all, and more that people do not mean.
   */
  private static final IPAddressStringParameters STRICT =
      new IPAddressStringParameters.Builder()
          .allowEmpty(false)
          .allowAll(false)
          .allowSingleSegment(false)
          .allowMask(false)
          .allowPrefixOnly(false)
          .setRangeOptions(RangeParameters.NO_RANGE)
          .getIPv4AddressParametersBuilder()
          .allow_inet_aton(false)
          .allowLeadingZeros(false)
          .getParentBuilder()
          .getIPv6AddressParametersBuilder()
          .allowZone(false)
          .allowBase85(false)
          .getParentBuilder()
          .toParams();

  /** Its own switch for that takes {@code /0} for one of them. */
  private static final Pattern ZERO_BEFORE_LENGTH = Pattern.compile("/0[0-9]");

  /**
   * @throws ProblemException naming the first entry that is none, or that is on both sides
   */
  public TenantSecurity {
    allowedCountries = each(allowedCountries, TenantSecurity::country);
    blockedCountries = each(blockedCountries, TenantSecurity::country);
    allowedIps = each(allowedIps, TenantSecurity::network);
    blockedIps = each(blockedIps, TenantSecurity::network);
    requireTwoFactor = Boolean.TRUE.equals(requireTwoFactor);
    apart(allowedCountries, blockedCountries);
    apart(allowedIps, blockedIps);
  }

  private static List<String> each(
      @Nullable List<@Nullable String> entries, UnaryOperator<String> checked) {
    if (entries == null) {
      return List.of();
    }
    if (entries.size() > MAX) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "≤ " + MAX);
    }
    var known = new TreeSet<String>();
    for (var entry : entries) {
      known.add(checked.apply(entry == null ? "null" : entry.strip()));
    }
    return List.copyOf(known);
  }

  private static String country(String code) {
    if (!COUNTRIES.contains(code)) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "ISO 3166-1: " + code);
    }
    return code;
  }

  /**
   * An IPv4 address dressed as IPv6 is the IPv4 address; host bits behind the prefix are a slip.
   */
  private static String network(String text) {
    try {
      var address = new IPAddressString(text, STRICT).toAddress();
      var plain =
          address.isIPv6() && address.toIPv6().isIPv4Mapped()
              ? address.toIPv6().getEmbeddedIPv4Address()
              : address;
      if (!ZERO_BEFORE_LENGTH.matcher(text).find()
          && (!plain.isPrefixed() || plain.toPrefixBlock().equals(plain))) {
        return canonical(plain);
      }
    } catch (AddressStringException | IncompatibleAddressException e) {
      // neither
    }
    throw new ProblemException(ProblemType.INVALID_REQUEST, "CIDR: " + text);
  }

  private static String canonical(IPAddress address) {
    var whole = address.isPrefixed() && address.getNetworkPrefixLength() == address.getBitCount();
    return (whole ? address.withoutPrefixLength() : address).toCanonicalString();
  }

  private static void apart(List<String> allowed, List<String> blocked) {
    for (var each : allowed) {
      if (blocked.contains(each)) {
        throw new ProblemException(ProblemType.ALLOWED_AND_BLOCKED, each);
      }
    }
  }
}
