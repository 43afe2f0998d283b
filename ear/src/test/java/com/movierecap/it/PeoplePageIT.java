package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.i18n.Language;
import com.movierecap.i18n.Messages;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** By a mail's link into the portal, in a real browser. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PeoplePageIT extends PortalVisit {
  private final Messages english = Messages.in(Language.EN);

  @Test
  void somebodyIsInvitedAndChoosesAPasswordAndIsIn() {
    var tenant = OwnTenant.create();
    var email = "p" + UUID.randomUUID() + "@people.example";
    page.navigate(portal("sign-in.xhtml"));
    enter(tenant.name(), tenant.email(), OwnTenant.PASSWORD);
    await("#shelf");
    page.navigate(portal("people.xhtml"));
    page.fill("#email", email);
    page.selectOption("#role", "editor");
    page.selectOption("#reads", "de");
    page.click("#send");
    await("#notices");
    assertThat(page.textContent("main")).contains(email);
    noEnglishSlippedThrough();
    signOut();

    page.navigate(Mails.linkFor(email, 1));
    await("#name");
    // what opened it stands in no address any more
    assertThat(page.url()).endsWith("/portal/invitation.xhtml").contains(tenant.name());
    assertThat(page.getAttribute("#password", "autocomplete")).isEqualTo("new-password");
    assertThat(page.textContent("main")).contains(email);
    page.fill("#name", "Erik Editor");
    page.focus("#password");
    page.keyboard().type("password1");
    page.waitForSelector(".meter.s0");
    page.keyboard().type(" lantern walrus tuba");
    page.waitForSelector(".meter.s4");
    page.keyboard().press("Enter");
    await("#shelf");
    noEnglishSlippedThrough();
    // the link was good once
    page.context().clearCookies();
    page.navigate(Mails.linkFor(email, 1));
    await("#door-title");
    assertThat(page.locator("#password").count()).isZero();
  }

  @Test
  void aForgottenPasswordIsReplacedByMail() {
    var tenant = OwnTenant.create();
    page.navigate(portal("sign-in.xhtml"));
    page.click("#forgotten");
    await("#send");
    page.fill("#organisation", tenant.name());
    page.fill("#email", tenant.email());
    page.click("#send");
    await("#enter");
    assertThat(page.textContent("#notices")).contains(english.get("forgotten.sent"));

    page.navigate(Mails.linkFor(tenant.email(), 2));
    await("#save");
    assertThat(page.url()).endsWith("/portal/password.xhtml");
    page.fill("#password", "password1");
    page.click("#save");
    await(".field-message");
    assertThat(page.textContent("#password-message"))
        .contains(english.get("problem.password-common.title"));
    page.fill("#password", "walrus lantern tuba");
    page.click("#save");
    await("#enter");
    assertThat(page.textContent("#notices")).contains(english.get("reset.done"));
    page.fill("#email", tenant.email());
    page.fill("#password", "walrus lantern tuba");
    page.click("#enter");
    await("#shelf");
  }

  @Test
  void peopleChangeTheirPasswordAndNameByThemselves() {
    var tenant = OwnTenant.create();
    page.navigate(portal("sign-in.xhtml"));
    enter(tenant.name(), tenant.email(), OwnTenant.PASSWORD);
    await("#shelf");
    page.navigate(portal("security.xhtml"));
    assertThat(page.getAttribute("#known", "autocomplete")).isEqualTo("current-password");
    page.fill("#known", "wrong one");
    page.fill("#password", "walrus lantern tuba");
    var sent =
        page.waitForRequest(
            request -> request.method().equals("POST") && request.isNavigationRequest(),
            () -> page.click("#change-password"));
    // a question how hard the password is may be under way: both are signed alike
    assertThat(sent.postData()).contains("primefaces.nonce=");
    await(".notice.error");
    page.fill("#known", OwnTenant.PASSWORD);
    page.fill("#password", "walrus lantern tuba");
    page.click("#change-password");
    await(".notice.info");
    page.fill("#name", "Ada Anew");
    page.click("#save-name");
    await(".notice.info");
    assertThat(page.textContent(".menu-list.account")).contains("Ada Anew");
    noEnglishSlippedThrough();
  }
}
