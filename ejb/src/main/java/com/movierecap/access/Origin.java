package com.movierecap.access;

import com.movierecap.kernel.Line;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import inet.ipaddr.IPAddressString;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who a thread acts for, with which roles, and from where: part of its {@link CallContext}. Work of
 * the service's own acts as itself.
 *
 * @param account the account's id, or null for somebody unknown and for the service
 * @param tenant whose account that is, or null as well
 * @param name what the account is called, such as its e-mail address
 * @param address the caller's IP address, or null
 * @param device what the caller's program calls itself ({@code User-Agent}), or null
 * @param request the request's id, by which the server's log is searched, or null
 * @param key what the API key begins with by which the account acts, or null
 * @param inPlaceOf whose place an operator has taken, or null where people act for themselves
 * @param roles what {@link AllowedTo} asks for: groups as in tokens, {@link AllowedTo#OWN_WORK} for
 *     the service, or none
 */
public record Origin(
    @Nullable UUID account,
    @Nullable UUID tenant,
    String name,
    @Nullable String address,
    @Nullable String device,
    @Nullable String request,
    @Nullable String key,
    @Nullable String inPlaceOf,
    Set<String> roles) {
  private static final Origin SERVICE =
      new Origin(
          null, null, "movie-recap", null, null, null, null, null, Set.of(AllowedTo.OWN_WORK));
  private static final String SOMEBODY = "anonymous";
  private static final String UNKNOWN = "-";
  private static final int MAX_DEVICE_LENGTH = 200;

  /** Who asks for what this thread does. */
  public static Origin current() {
    return CallContext.current().origin();
  }

  /** The service itself, which nobody asks. */
  static Origin ofService() {
    return SERVICE;
  }

  /**
   * Somebody who has not said who they are.
   *
   * @param address as the container writes it; kept in canonical form (RFC 5952), one of IPv4 that
   *     is written as IPv6 as what it is
   */
  public static Origin somebody(String address, @Nullable String device, String request) {
    var written = new IPAddressString(address).getAddress();
    var parsed =
        written != null && written.isIPv6() && written.toIPv6().isIPv4Mapped()
            ? written.toIPv6().getEmbeddedIPv4Address()
            : written;
    return new Origin(
        null,
        null,
        SOMEBODY,
        parsed == null ? address : parsed.toCanonicalString(),
        device,
        request,
        null,
        null,
        Set.of());
  }

  /**
   * The network that the address stands for where somebody's tries are counted: the address itself,
   * or the first half of one of IPv6, of which a household has as many as it likes.
   */
  public String network() {
    if (address == null) {
      return UNKNOWN;
    }
    var parsed = new IPAddressString(address).getAddress();
    return parsed != null && parsed.isIPv6()
        ? parsed.toPrefixBlock(64).toCanonicalString()
        : address;
  }

  /** The device as it is kept: a line of at most 200 characters, or null. */
  public @Nullable String shownDevice() {
    var plain = device == null ? "" : device.replaceAll("\\p{Cntrl}", " ").strip();
    return plain.isEmpty() ? null : Line.start(plain, MAX_DEVICE_LENGTH);
  }

  /** The same place, with the person known. */
  public Origin as(UUID account, UUID tenant, String name) {
    return new Origin(account, tenant, name, address, device, request, null, null, roles);
  }

  /** The same one, while they do what another may do. */
  public Origin inPlaceOf(String person) {
    return new Origin(account, tenant, name, address, device, request, key, person, roles);
  }

  /**
   * The same one, of whom it is known what they may do at this moment.
   *
   * @param known groups as in tokens: those of the person whose place is taken, and no more than
   *     the key is for
   */
  public Origin with(Set<String> known) {
    return new Origin(
        account, tenant, name, address, device, request, key, inPlaceOf, Set.copyOf(known));
  }

  /**
   * For whatever proves who somebody is, and whoever else may come in: passwords, factors,
   * sessions, keys, invitations, roles.
   *
   * @throws ProblemException where somebody is in another's place
   */
  public void mustBeInPerson() {
    if (inPlaceOf != null) {
      throw new ProblemException(ProblemType.NOT_IN_PERSON);
    }
  }

  /**
   * The same account, which has sent a key of its own.
   *
   * @param prefix what the key is known by
   */
  public Origin byKey(String prefix) {
    return new Origin(account, tenant, name, address, device, request, prefix, inPlaceOf, roles);
  }

  /** Who acts, as the log says it: with the key, or in whose place. */
  public String actor() {
    var known = key == null ? name : name + " (" + key + ")";
    return inPlaceOf == null ? known : known + " → " + inPlaceOf;
  }
}
