package com.movierecap.identity.sso;

import com.movierecap.access.AllowedTo;
import com.movierecap.access.CallContext;
import com.movierecap.identity.OpaqueToken;
import com.movierecap.identity.session.SignInResult;
import com.movierecap.identity.session.SignInService;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The way to a tenant's provider and back: authorization code flow with PKCE (OpenID Connect Core
 * 3.1, RFC 7636, RFC 9207). Holds no transaction while it talks to the provider.
 */
@ApplicationScoped
@AllowedTo(AllowedTo.EVERYBODY)
public class OidcLogin {
  @Inject private SingleSignOn signOn;
  @Inject private Providers providers;
  @Inject private PendingAuthorizations attempts;
  @Inject private IdTokenVerifier assertions;
  @Inject private AccountLinking members;
  @Inject private SignInService signIn;

  /**
   * Begins a sign-in of the bound tenant's.
   *
   * @param callback where the provider sends the browser, as registered there
   * @throws ProblemException where the tenant has no provider, or it does not answer
   */
  public AuthorizationRedirect begin(URI callback) {
    var settings = signOn.get().settings();
    var metadata = providers.get(settings.issuer()).metadata();
    var state = new State(OpaqueToken.next());
    var nonce = new Nonce(OpaqueToken.next());
    var verifier = new CodeVerifier();
    var browser = OpaqueToken.next();
    attempts.begin(
        state.getValue(),
        new PendingAuthorization(
            CallContext.requiredTenant(),
            settings.issuer(),
            callback.toString(),
            nonce.getValue(),
            verifier.getValue(),
            OpaqueToken.hash(browser)));
    var request =
        new AuthenticationRequest.Builder(
                ResponseType.CODE,
                new Scope("openid", "email", "profile"),
                new ClientID(settings.clientId()),
                callback)
            .endpointURI(metadata.getAuthorizationEndpointURI())
            .state(state)
            .nonce(nonce)
            .codeChallenge(verifier, CodeChallengeMethod.S256)
            .build();
    return new AuthorizationRedirect(request.toURI(), browser);
  }

  /**
   * Ends what {@link PendingAuthorizations#take} gave, in its tenant. Where the provider has seen
   * one factor alone, and the account has a second one with us, that is still needed.
   *
   * @param answer the parameters that the browser brought
   * @throws ProblemException where the provider said no, may not be believed, or sent somebody who
   *     may not come in
   */
  public SignInResult finish(PendingAuthorization attempt, Map<String, List<String>> answer) {
    var client = signOn.client();
    var issuer = client.settings().issuer();
    if (!attempt.tenant().equals(CallContext.requiredTenant())
        || !attempt.issuer().equals(issuer)) {
      throw new ProblemException(ProblemType.SSO_FAILED);
    }
    var provider = providers.get(issuer);
    var code = code(provider, attempt, answer);
    var person = assertions.of(provider, client, attempt, code);
    return signIn.provider(members.recognise(client.settings(), person), person.factored());
  }

  private static AuthorizationCode code(
      Providers.Known provider, PendingAuthorization attempt, Map<String, List<String>> answer) {
    try {
      var parsed = AuthenticationResponseParser.parse(URI.create(attempt.callback()), answer);
      var from = parsed.getIssuer();
      var mustSay = provider.metadata().supportsAuthorizationResponseIssuerParam();
      var isTheirs = from == null ? !mustSay : from.getValue().equals(attempt.issuer());
      if (isTheirs && parsed.indicatesSuccess()) {
        var code = parsed.toSuccessResponse().getAuthorizationCode();
        if (code != null) {
          return code;
        }
      }
    } catch (ParseException e) {
      // no answer of a provider's
    }
    throw new ProblemException(ProblemType.SSO_FAILED);
  }
}
