package com.movierecap.tenancy;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.CallContext;
import com.movierecap.json.Json;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.redis.RedisCache;
import com.movierecap.redis.RedisKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which tenant a name means: remembered by all nodes in Redis for half a minute, and looked up anew
 * by all of them from the moment that anything about a tenant changes.
 */
@ApplicationScoped
@AllowedTo(AllowedTo.EVERYBODY)
public class TenantDirectory {
  private static final Duration LIFE = Duration.ofSeconds(30);
  private static final RedisKey EPOCH = RedisKey.ofNobody("tenants");
  private static final int LONGEST_NAME = 253;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  @Inject private TenantService tenants;
  @Inject private RedisCache cache;

  /**
   * The one tenant that all of the names mean.
   *
   * @param names slugs, ids or host names, as given by host, header, path and token; at least one
   * @throws ProblemException where one is unknown, two disagree, or the tenant may not work now
   */
  public TenantRef resolve(List<String> names) {
    @Nullable TenantRef resolved = null;
    for (var name : names) {
      var tenant = find(name).orElseThrow(() -> new ProblemException(ProblemType.TENANT_NOT_FOUND));
      if (resolved != null && !resolved.id().equals(tenant.id())) {
        throw new ProblemException(ProblemType.TENANT_MISMATCH);
      }
      resolved = tenant;
    }
    if (resolved == null) {
      throw new ProblemException(ProblemType.TENANT_REQUIRED);
    }
    return resolved.mustWork();
  }

  /**
   * @param name slug, id, or a host name of the tenant's own
   */
  public Optional<TenantRef> find(String name) {
    var known = name.strip().toLowerCase(Locale.ROOT);
    // no name, and nothing that Redis or PostgreSQL could be asked for
    if (known.isEmpty() || known.length() > LONGEST_NAME || CONTROL.matcher(known).find()) {
      return Optional.empty();
    }
    var key = key(known);
    var remembered = cache.get(EPOCH, key);
    if (remembered.value() != null) {
      return Optional.of(Json.parse(remembered.value(), TenantRef.class));
    }
    var tenant = unbound(known).map(TenantRef::of);
    tenant.ifPresent(found -> cache.put(key, remembered, Json.line(found), LIFE));
    return tenant;
  }

  void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) TenantEvent.Changed event) {
    cache.forget(EPOCH);
  }

  /** Where it is remembered whom a name means. */
  static RedisKey key(String name) {
    return RedisKey.ofNobody("tenant:" + name);
  }

  /** Host names are shown to nobody who has a tenant already. */
  private Optional<Tenant> unbound(String name) {
    return CallContext.in(null).reading().get(() -> tenants.find(name));
  }
}
