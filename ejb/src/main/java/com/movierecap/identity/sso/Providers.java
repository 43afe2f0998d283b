package com.movierecap.identity.sso;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.outbound.HttpExchange;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What providers say of themselves (OpenID Connect Discovery 1.0), remembered for some minutes by
 * each node. Their keys are read anew as soon as a token names one that is not known yet.
 */
@ApplicationScoped
public class Providers {
  private static final Logger LOG = Logger.getLogger(Providers.class.getName());
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final int MOST = 500;

  @Inject private HttpExchange connection;
  @Inject private Clock clock;
  private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true);

  /** One provider: where its ends are, and its keys. */
  record Known(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant until) {}

  /**
   * @throws ProblemException where it does not answer, or calls itself something else
   */
  Known get(String issuer) {
    var now = Instant.now(clock);
    var remembered = remembered(issuer);
    if (remembered != null && now.isBefore(remembered.until())) {
      return remembered;
    }
    try {
      var asked = discovered(issuer, now);
      remember(issuer, asked);
      return asked;
    } catch (IOException | GeneralException e) {
      LOG.log(Level.WARNING, "the provider {0} is of no use: {1}", new Object[] {issuer, e});
      throw new ProblemException(ProblemType.SSO_UNAVAILABLE);
    }
  }

  private Known discovered(String issuer, Instant now) throws IOException, GeneralException {
    var url = OIDCProviderMetadata.resolveURL(new Issuer(issuer));
    var metadata = OIDCProviderMetadata.parse(connection.retrieveResource(url).getContent());
    var keysAt = metadata.getJWKSetURI();
    if (!metadata.getIssuer().getValue().equals(issuer)
        || keysAt == null
        || metadata.getAuthorizationEndpointURI() == null
        || metadata.getTokenEndpointURI() == null) {
      throw new IOException("it calls itself " + metadata.getIssuer() + ", or lacks an end");
    }
    JWKSource<SecurityContext> keys =
        JWKSourceBuilder.create(keysAt.toURL(), connection)
            .refreshAheadCache(false)
            .retrying(false)
            .build();
    return new Known(metadata, keys, now.plus(LIFE));
  }

  private @Nullable Known remembered(String issuer) {
    synchronized (known) {
      return known.get(issuer);
    }
  }

  private void remember(String issuer, Known provider) {
    synchronized (known) {
      known.put(issuer, provider);
      if (known.size() > MOST) {
        known.remove(known.keySet().iterator().next());
      }
    }
  }
}
