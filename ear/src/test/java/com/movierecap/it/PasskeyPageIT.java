package com.movierecap.it;

import static com.movierecap.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.i18n.Language;
import com.movierecap.i18n.Messages;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Passkeys, made and shown by Chromium, whose authenticator knows nothing of ours. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PasskeyPageIT extends PortalVisit {
  private final OwnTenant tenant = OwnTenant.create();
  private VirtualAuthenticator phone;

  @BeforeEach
  void phone() {
    phone = VirtualAuthenticator.of(page);
  }

  @Test
  void aPasskeyLetsItsOwnerInByItself() {
    signInByPassword();
    await("#shelf");
    page.navigate(portal("security.xhtml"));
    assertThat(page.locator("#own-passkeys .row").count()).isZero();
    noEnglishSlippedThrough();
    addPasskey("My phone");
    await(".recovery");
    var recovery = page.locator(".recovery code").allTextContents();
    assertThat(recovery).hasSize(10);
    page.navigate(portal("security.xhtml"));
    assertThat(page.textContent("#own-passkeys .row")).contains("My phone", "localhost");
    assertThat(Mails.text(Mails.await(tenant.email(), 2))).contains("My phone");
    signOut();

    // nobody has typed who they are, nor where they belong
    page.click("#passkey");
    await("#shelf");
    assertThat(page.content()).contains(tenant.email());
    assertThat(audited(recovery)).contains("passkey-added done", "sign-in done");
  }

  @Test
  void noneIsMadeForWhoeverDoesNotKnowThePassword() {
    signInByPassword();
    await("#shelf");
    page.navigate(portal("security.xhtml"));
    page.fill("#passkey-password", "not the password");
    page.click("#make-passkey");
    await(".notice.error");
    assertThat(phone.keys()).isZero();
    page.fill("#passkey-password", "");
    page.click("#make-passkey");
    page.waitForSelector("#passkey-password-message:not(:empty)");
    assertThat(phone.keys()).isZero();
  }

  @Test
  void whoeverIsNotRecognisedByTheirDeviceComesInOtherwise() {
    leftWithPasskey("");
    phone.knowsItsOwner(false);
    page.click("#passkey");
    page.waitForSelector("#by-passkey [role=alert]");
    assertThat(page.url()).endsWith("/sign-in.xhtml");
    phone.knowsItsOwner(true);
    page.click("#passkey");
    await("#shelf");
  }

  @Test
  void aPasskeyIsASecondFactorToo() {
    var recovery = leftWithPasskey("Key");
    signInByPassword();
    await("#passkey");
    // there is no program for codes, and the password alone opens nothing
    assertThat(page.locator("#enter-code").count()).isZero();
    noEnglishSlippedThrough();
    page.navigate(portal("upload.xhtml"));
    await("#passkey");
    page.click("#passkey");
    await("#files");
    signOut();
    signInByPassword();
    await("#passkey");
    page.click(".otherwise summary");
    page.fill("#recovery", recovery.get(2));
    page.click("#recover");
    await("#shelf");
    Api.assertProblem(tenant.login(), 401, "second-factor-required");
    Api.assertProblem(tenant.login("123456"), 401, "second-factor-wrong");
    assertThat(tenant.login(recovery.get(3)).statusCode()).isEqualTo(200);
  }

  @Test
  void whereAFactorIsAskedForAPasskeyIsOneAndTheLastOneStays() {
    tenant.requireSecondFactor(true);
    signInByPassword();
    await("#begin");
    addPasskey("Key");
    await(".recovery");
    page.click("#go-on");
    await("#shelf");
    page.navigate(portal("security.xhtml"));
    assertThat(page.locator("#own-passkeys .row [type=submit]").count()).isZero();
    page.click("#begin");
    await("#secret");
    var program = new Authenticator(page.textContent("#secret"));
    page.fill("#code", program.code());
    page.click("#confirm");
    await(".recovery");
    page.navigate(portal("security.xhtml"));
    page.fill("#passkey-password", "not the password");
    page.click("#own-passkeys .row [type=submit]");
    await(".notice.error");
    page.fill("#passkey-password", OwnTenant.PASSWORD);
    page.click("#own-passkeys .row [type=submit]");
    await(".notice.info");
    assertThat(page.locator("#own-passkeys .row").count()).isZero();
    assertThat(page.locator("#remove").count()).isZero();
    signOut();
    // what the phone still has opens nothing any more
    page.click("#passkey");
    await(".notice.error");
    assertThat(page.textContent("#notices"))
        .contains(Messages.in(Language.EN).get("problem.passkey-refused.title"));
  }

  @Test
  void aCopyThatWasUsedLessOftenIsRefusedAndWrittenDown() {
    var recovery = leftWithPasskey("Key");
    page.click("#passkey");
    await("#shelf");
    signOut();
    phone.goBack();
    page.click("#passkey");
    await(".notice.error");
    assertThat(audited(recovery)).contains("passkey-refused refused");
  }

  @Test
  void atAnotherHostABrowserIsNotAskedForIt() {
    leftWithPasskey("Key");
    page.navigate(
        portal("sign-in.xhtml").replace("//localhost", "//" + tenant.name() + ".localhost"));
    page.fill("#email", tenant.email());
    page.fill("#password", OwnTenant.PASSWORD);
    page.click("#enter");
    await("#again");
    assertThat(page.locator("#passkey").count()).isZero();
  }

  /** Makes a passkey, keeps the recovery codes and signs out. */
  private List<String> leftWithPasskey(String name) {
    signInByPassword();
    await("#shelf");
    page.navigate(portal("security.xhtml"));
    addPasskey(name);
    await(".recovery");
    var recovery = page.locator(".recovery code").allTextContents();
    page.click("#go-on");
    await("#shelf");
    signOut();
    return recovery;
  }

  private void signInByPassword() {
    page.navigate(portal("sign-in.xhtml"));
    enter(tenant.name(), tenant.email(), OwnTenant.PASSWORD);
  }

  private void addPasskey(String name) {
    page.fill("#passkey-password", OwnTenant.PASSWORD);
    page.fill("#passkey-name", name);
    page.click("#make-passkey");
  }

  /** As somebody reads it who has come in by one of their recovery codes. */
  private List<String> audited(List<String> recovery) {
    var token = json(tenant.login(recovery.get(9))).get("access_token").asText();
    var admin = Api.anonymous().with("Authorization", "Bearer " + token);
    return admin.audited();
  }
}
