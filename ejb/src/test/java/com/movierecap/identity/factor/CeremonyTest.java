package com.movierecap.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.access.CallContext;
import com.movierecap.access.Role;
import com.movierecap.identity.Account;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CeremonyTest {
  private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
  private static final String HOST = "acme.example";
  private static final Set<String> ORIGINS = Set.of("https://acme.example");

  private final UUID tenant = UUID.randomUUID();
  private final Account ada = new Account("ada@acme.example", "Ada", "x", Role.EDITOR, NOW);
  private final SoftAuthenticator hers = new SoftAuthenticator();

  @Test
  void theBrowserIsToldWhomAKeyIsForAndThatItsOwnerMustProveThemself() throws Exception {
    var known = made();
    var options = SoftAuthenticator.parse(creation(ceremony(), List.of(known)));
    assertThat(options.at("/rp/id").asText()).isEqualTo(HOST);
    assertThat(options.at("/user/name").asText()).isEqualTo("ada@acme.example");
    assertThat(options.at("/user/id").asText()).hasSize(43).doesNotContain("ada");
    assertThat(options.at("/authenticatorSelection/userVerification").asText())
        .isEqualTo("required");
    assertThat(options.at("/authenticatorSelection/residentKey").asText()).isEqualTo("required");
    assertThat(options.at("/attestation").asText()).isEqualTo("none");
    assertThat(options.at("/excludeCredentials/0/id").asText())
        .isEqualTo(SoftAuthenticator.text(hers.id));
    assertThat(options.get("challenge").asText()).hasSize(43);
  }

  @Test
  void aKeyThatWasMadeIsShownAgain() throws Exception {
    var passkey = made();
    var ceremony = ceremony();
    hers.userHandle = CallContext.in(tenant).writing().call(() -> UserHandle.of(ada).bytes());
    var answer = hers.get(ceremony.request());
    assertThat(Ceremony.owner(answer)).contains(new UserHandle(tenant, ada.id()));
    assertThat(ceremony.shown(answer, passkey)).contains(1L);
  }

  @Test
  void everyCeremonyHasAChallengeOfItsOwn() throws Exception {
    var passkey = made();
    var answer = hers.get(ceremony().request());
    assertThat(ceremony().shown(answer, passkey)).isEmpty();
    var begun = ceremony();
    var other = creation(ceremony(), List.of());
    assertThat(begun.made(new SoftAuthenticator().create(other))).isEmpty();
  }

  @Test
  void aKeyIsNotMadeForAnotherHostNorWithoutItsOwner() throws Exception {
    assertThat(madeBy(authenticator -> authenticator.origin = "https://acme.example.evil.example"))
        .isFalse();
    assertThat(madeBy(authenticator -> authenticator.origin = "http://acme.example")).isFalse();
    assertThat(madeBy(authenticator -> authenticator.host = "globex.example")).isFalse();
    assertThat(madeBy(authenticator -> authenticator.flags = SoftAuthenticator.PRESENT)).isFalse();
    assertThat(madeBy(authenticator -> authenticator.flags = SoftAuthenticator.VERIFIED)).isFalse();
    assertThat(madeBy(authenticator -> {})).isTrue();
  }

  @Test
  void aKeyIsNotShownAtAnotherHostNorWithoutItsOwner() throws Exception {
    var passkey = made();
    assertThat(shownBy(passkey, () -> hers.origin = "https://globex.example")).isFalse();
    hers.origin = "https://acme.example";
    assertThat(shownBy(passkey, () -> hers.host = "globex.example")).isFalse();
    hers.host = HOST;
    assertThat(shownBy(passkey, () -> hers.flags = SoftAuthenticator.PRESENT)).isFalse();
    hers.flags = SoftAuthenticator.PRESENT | SoftAuthenticator.VERIFIED;
    assertThat(shownBy(passkey, () -> {})).isTrue();
  }

  @Test
  void whatWasSignedForOneThingIsNoneForAnother() throws Exception {
    var passkey = made();
    var ceremony = ceremony();
    var challenge = SoftAuthenticator.challenge(ceremony.request());
    assertThat(ceremony.shown(hers.get("webauthn.create", challenge), passkey)).isEmpty();
    assertThat(ceremony.shown(hers.get("payment.get", challenge), passkey)).isEmpty();
    assertThat(ceremony.shown(hers.get("webauthn.get", challenge), passkey)).isPresent();
  }

  @Test
  void anotherKeyDoesNotOpen() throws Exception {
    var passkey = made();
    var ceremony = ceremony();
    var thief = new SoftAuthenticator();
    System.arraycopy(hers.id, 0, thief.id, 0, thief.id.length);
    assertThat(ceremony.shown(thief.get(ceremony.request()), passkey)).isEmpty();
  }

  @Test
  void aCopyThatWasUsedLessOftenDoesNotOpen() throws Exception {
    hers.count = 5;
    var passkey = made();
    hers.count = 3;
    assertThat(shownBy(passkey, () -> {})).isFalse();
    hers.count = 5;
    assertThat(shownBy(passkey, () -> {})).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}",
        "{\"id\":1}",
        "\u0000",
        "<xml/>",
        "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"clientExtensionResults\":{},"
            + "\"response\":{\"clientDataJSON\":\"e30\",\"attestationObject\":\"v2NmbXRkbm9uZf8\","
            + "\"authenticatorData\":\"AA\",\"signature\":\"AA\"}}"
      })
  void whateverElseIsSentIsNoAnswer(String text) throws Exception {
    var passkey = made();
    assertThat(ceremony().made(text)).isEmpty();
    assertThat(ceremony().shown(text, passkey)).isEmpty();
    assertThat(Ceremony.owner(text)).isEmpty();
  }

  private boolean madeBy(Consumer<SoftAuthenticator> lie) throws Exception {
    var authenticator = new SoftAuthenticator();
    lie.accept(authenticator);
    var ceremony = ceremony();
    return ceremony.made(authenticator.create(creation(ceremony, List.of()))).isPresent();
  }

  private boolean shownBy(Passkey passkey, Runnable lie) {
    lie.run();
    var ceremony = ceremony();
    return ceremony.shown(hers.get(ceremony.request(List.of(passkey))), passkey).isPresent();
  }

  private Passkey made() throws Exception {
    var ceremony = ceremony();
    var credential = ceremony.made(hers.create(creation(ceremony, List.of()))).orElseThrow();
    return new Passkey(ada.id(), "Phone", HOST, credential, NOW);
  }

  private String creation(Ceremony ceremony, List<Passkey> known) throws Exception {
    return CallContext.in(tenant).writing().call(() -> ceremony.creation(ada, known));
  }

  private static Ceremony ceremony() {
    return Ceremony.begin(HOST, ORIGINS);
  }
}
