package com.movierecap.identity.factor;

import com.movierecap.identity.Account;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AttestationConveyancePreference;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorSelectionCriteria;
import com.webauthn4j.data.PublicKeyCredentialCreationOptions;
import com.webauthn4j.data.PublicKeyCredentialDescriptor;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialRequestOptions;
import com.webauthn4j.data.PublicKeyCredentialRpEntity;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.PublicKeyCredentialUserEntity;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.ResidentKeyRequirement;
import com.webauthn4j.data.UserVerificationRequirement;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * One making or showing of a passkey, from the challenge to the answer (WebAuthn Level 3, section
 * 7). Which make of authenticator people use is nobody's business here: no attestation is asked
 * for. A finger, a face or a PIN always is.
 *
 * @param host the host name that people typed, which the browser binds keys to
 * @param origins of the portal there, such as {@code https://acme.example}
 * @param challenge 32 random bytes, answered once
 */
public record Ceremony(String host, Set<String> origins, byte[] challenge) implements Serializable {
  private static final Logger LOG = Logger.getLogger(Ceremony.class.getName());

  /** Characters of an answer; what authenticators send is a tenth of it. */
  private static final int LONGEST = 64_000;

  private static final int CHALLENGE_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** How long a browser waits for its owner. */
  private static final long PATIENCE_MILLIS = 300_000;

  private static final String NAME = "Movie Recap";

  /** ES256 and EdDSA are what phones and keys have, RS256 what Windows Hello had for long. */
  private static final List<PublicKeyCredentialParameters> ALGORITHMS =
      Stream.of(
              COSEAlgorithmIdentifier.ES256,
              COSEAlgorithmIdentifier.EdDSA,
              COSEAlgorithmIdentifier.RS256)
          .map(each -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, each))
          .toList();

  private static final ObjectConverter JSON = new ObjectConverter();
  private static final WebAuthnManager WEB_AUTHN =
      WebAuthnManager.createNonStrictWebAuthnManager(JSON);
  private static final AttestedCredentialDataConverter ATTESTED =
      new AttestedCredentialDataConverter(JSON);

  public static Ceremony begin(String host, Set<String> origins) {
    var challenge = new byte[CHALLENGE_BYTES];
    RANDOM.nextBytes(challenge);
    return new Ceremony(host, origins, challenge);
  }

  /**
   * What a browser needs to have a key made.
   *
   * @param known keys that the owner has; one authenticator makes no second
   * @return PublicKeyCredentialCreationOptionsJSON
   */
  String creation(Account owner, List<Passkey> known) {
    return JSON.getJsonMapper()
        .writeValueAsString(
            new PublicKeyCredentialCreationOptions(
                new PublicKeyCredentialRpEntity(host, NAME),
                new PublicKeyCredentialUserEntity(
                    UserHandle.of(owner).bytes(), owner.email(), owner.displayName()),
                new DefaultChallenge(challenge),
                ALGORITHMS,
                PATIENCE_MILLIS,
                named(known),
                new AuthenticatorSelectionCriteria(
                    null,
                    true,
                    ResidentKeyRequirement.REQUIRED,
                    UserVerificationRequirement.REQUIRED),
                AttestationConveyancePreference.NONE,
                null));
  }

  /** As {@link #request(List)}, of whoever it is. */
  public String request() {
    return request(List.of());
  }

  /**
   * What a browser needs to show a key.
   *
   * @param known of which one is to be shown; none for whichever it has
   * @return PublicKeyCredentialRequestOptionsJSON
   */
  String request(List<Passkey> known) {
    return JSON.getJsonMapper()
        .writeValueAsString(
            new PublicKeyCredentialRequestOptions(
                new DefaultChallenge(challenge),
                PATIENCE_MILLIS,
                host,
                named(known),
                UserVerificationRequirement.REQUIRED,
                null));
  }

  /**
   * @param answer RegistrationResponseJSON
   * @return empty where it is none, or not to that challenge at this host
   */
  Optional<Passkey.Credential> made(String answer) {
    return read(
        answer,
        () -> {
          var data =
              WEB_AUTHN.verifyRegistrationResponseJSON(
                  answer, new RegistrationParameters(server(), ALGORITHMS, true, true));
          var authenticator = data.getAttestationObject().getAuthenticatorData();
          var attested = authenticator.getAttestedCredentialData();
          return new Passkey.Credential(
              attested.getCredentialId(),
              ATTESTED.convert(attested),
              authenticator.isFlagBE(),
              authenticator.getSignCount());
        });
  }

  /**
   * Whose key somebody shows, as they say; it proves nothing.
   *
   * @param answer AuthenticationResponseJSON
   * @return empty where it is none, or does not say, as it need not when it was asked for that key
   */
  public static Optional<UserHandle> owner(String answer) {
    return read(answer, () -> WEB_AUTHN.parseAuthenticationResponseJSON(answer))
        .map(AuthenticationData::getUserHandle)
        .flatMap(UserHandle::parse);
  }

  /** The id of the key that somebody shows; as {@link #owner}. */
  static Optional<byte[]> credential(String answer) {
    return read(answer, () -> WEB_AUTHN.parseAuthenticationResponseJSON(answer).getCredentialId());
  }

  /**
   * @param answer AuthenticationResponseJSON
   * @return how often the key was used by now, as far as it counts itself; empty where it is
   *     another, the answer is not to that challenge at this host, nobody's finger, face or PIN was
   *     asked for, or a copy of the key was used more often
   */
  Optional<Long> shown(String answer, Passkey passkey) {
    return read(
        answer,
        () -> {
          var data =
              WEB_AUTHN.verifyAuthenticationResponseJSON(
                  answer,
                  new AuthenticationParameters(
                      server(),
                      record(passkey.credential()),
                      List.of(passkey.credentialId()),
                      true,
                      true));
          return data.getAuthenticatorData().getSignCount();
        });
  }

  /** Whatever is wrong with an answer, the library stumbles over it in one way or another. */
  private static <T> Optional<T> read(String answer, Supplier<T> reader) {
    if (answer.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.get());
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "a passkey is refused", e);
      return Optional.empty();
    }
  }

  private ServerProperty server() {
    return ServerProperty.builder()
        .origins(Set.copyOf(origins.stream().map(Origin::create).toList()))
        .rpId(host)
        .challenge(new DefaultChallenge(challenge))
        .build();
  }

  private static CredentialRecordImpl record(Passkey.Credential known) {
    return new CredentialRecordImpl(
        null,
        true,
        known.synced(),
        null,
        known.uses(),
        ATTESTED.convert(known.attested()),
        null,
        null,
        null,
        null);
  }

  private static List<PublicKeyCredentialDescriptor> named(List<Passkey> known) {
    return known.stream()
        .map(
            each ->
                new PublicKeyCredentialDescriptor(
                    PublicKeyCredentialType.PUBLIC_KEY, each.credentialId(), null))
        .toList();
  }
}
