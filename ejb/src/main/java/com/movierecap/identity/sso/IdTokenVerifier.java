package com.movierecap.identity.sso;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.outbound.HttpExchange;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Trades a code for what the provider says of somebody, and believes no more of it than it signed
 * (OpenID Connect Core 1.0, 3.1.3).
 */
@ApplicationScoped
public class IdTokenVerifier {
  private static final Logger LOG = Logger.getLogger(IdTokenVerifier.class.getName());

  /** Signatures by keys of which the provider alone has the private half. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  @Inject private HttpExchange connection;

  /**
   * @throws ProblemException where the provider does not answer, refuses the code, or says what
   *     must not be believed
   */
  OidcUser of(
      Providers.Known provider,
      SingleSignOn.Client client,
      PendingAuthorization attempt,
      AuthorizationCode code) {
    var settings = client.settings();
    try {
      var tokens = tokens(provider.metadata(), client, attempt, code);
      var token = believed(provider, settings, tokens, new Nonce(attempt.nonce()));
      return OidcUser.of(
          token,
          more(provider.metadata(), settings, tokens, token),
          settings.issuer(),
          String.valueOf(settings.groupsClaim()));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the provider {0} is away: {1}", named(settings, e));
      throw new ProblemException(ProblemType.SSO_UNAVAILABLE);
    } catch (ParseException | BadJOSEException | JOSEException e) {
      LOG.log(Level.WARNING, "the provider {0} is not believed: {1}", named(settings, e));
      throw new ProblemException(ProblemType.SSO_FAILED);
    }
  }

  private static Object[] named(SsoSettings settings, Exception e) {
    return new Object[] {settings.issuer(), e.getMessage()};
  }

  private OIDCTokens tokens(
      OIDCProviderMetadata metadata,
      SingleSignOn.Client client,
      PendingAuthorization attempt,
      AuthorizationCode code)
      throws IOException, ParseException {
    var grant =
        new AuthorizationCodeGrant(
            code, URI.create(attempt.callback()), new CodeVerifier(attempt.verifier()));
    var request =
        new TokenRequest.Builder(
                metadata.getTokenEndpointURI(), authentication(metadata, client), grant)
            .build()
            .toHTTPRequest();
    var answer = answer(request);
    if (answer.getStatusCode() != HTTPResponse.SC_OK) {
      throw new ParseException("it answers " + answer.getStatusCode() + " to the code");
    }
    return OIDCTokenResponse.parse(answer).getOIDCTokens();
  }

  private HTTPResponse answer(HTTPRequest request) throws IOException {
    return request.send(connection);
  }

  private static ClientAuthentication authentication(
      OIDCProviderMetadata metadata, SingleSignOn.Client client) {
    var id = new ClientID(client.settings().clientId());
    var secret = new Secret(client.secret());
    var methods = metadata.getTokenEndpointAuthMethods();
    return methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        ? new ClientSecretBasic(id, secret)
        : new ClientSecretPost(id, secret);
  }

  /** Signature, issuer, audience, time and nonce; and that it is meant for us alone. */
  private static IDTokenClaimsSet believed(
      Providers.Known provider, SsoSettings settings, OIDCTokens tokens, Nonce nonce)
      throws BadJOSEException, JOSEException {
    var keys = new JWSVerificationKeySelector<>(ALGORITHMS, provider.keys());
    var token =
        new IDTokenValidator(
                new Issuer(settings.issuer()), new ClientID(settings.clientId()), keys, null)
            .validate(tokens.getIDToken(), nonce);
    var isForUs =
        token.getAuthorizedParty() == null
            || token.getAuthorizedParty().getValue().equals(settings.clientId());
    if (!isForUs || token.getAudience().size() > 1 && token.getAuthorizedParty() == null) {
      throw new BadJOSEException("the token is meant for others too");
    }
    return token;
  }

  /** Some providers keep address and groups out of the token. */
  private ClaimsSet more(
      OIDCProviderMetadata metadata,
      SsoSettings settings,
      OIDCTokens tokens,
      IDTokenClaimsSet token)
      throws IOException, ParseException {
    var end = metadata.getUserInfoEndpointURI();
    var isAllThere =
        token.getClaim("email") != null
            && token.getClaim(String.valueOf(settings.groupsClaim())) != null;
    if (isAllThere || end == null || tokens.getBearerAccessToken() == null) {
      return token;
    }
    var answer = answer(new UserInfoRequest(end, tokens.getBearerAccessToken()).toHTTPRequest());
    if (answer.getStatusCode() != HTTPResponse.SC_OK) {
      return token;
    }
    var info = UserInfo.parse(answer.getBody());
    if (!token.getSubject().equals(info.getSubject())) {
      throw new ParseException("it speaks of two people");
    }
    return info;
  }
}
