package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.i18n.Language;
import com.movierecap.i18n.Messages;
import java.time.Duration;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Getting a second factor and signing in with it, in a real browser. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SecondFactorPageIT extends PortalVisit {
  @Test
  void whoMustHaveASecondFactorGetsOneBeforeAnythingElseAndSignsInWithIt() {
    var tenant = OwnTenant.create();
    tenant.requireSecondFactor(true);
    page.navigate(portal("sign-in.xhtml"));
    enter(tenant.name(), tenant.email(), OwnTenant.PASSWORD);
    await("#begin");
    // wherever one goes
    for (var path : List.of("", "upload.xhtml", "audit.xhtml", "no-such-page.xhtml")) {
      page.navigate(portal(path));
      assertThat(page.url()).endsWith("/portal/security.xhtml");
      assertThat(page.locator(".nav").count()).isZero();
    }
    page.click("#begin");
    await(".qr path");
    var program = new Authenticator(page.textContent("#secret"));
    page.fill("#code", program.wrong());
    page.click("#confirm");
    await(".notice.error");
    page.fill("#code", program.code());
    page.click("#confirm");
    await(".recovery");
    var recovery = page.locator(".recovery code").allTextContents();
    assertThat(recovery).hasSize(10);
    noEnglishSlippedThrough();
    page.click("#go-on");
    await("#shelf");
    // they were shown once, and now nothing but the factor's own page says that it is there
    page.navigate(portal("security.xhtml"));
    assertThat(page.locator(".recovery").count()).isZero();
    assertThat(page.locator("#replace").count()).isEqualTo(1);
    assertThat(page.locator("#remove").count()).isZero();
    signOut();

    enter(tenant.name(), tenant.email(), OwnTenant.PASSWORD);
    await("#enter-code");
    assertThat(page.getAttribute("#code", "autocomplete")).isEqualTo("one-time-code");
    assertThat(page.getAttribute("#code", "inputmode")).isEqualTo("numeric");
    // the password alone has opened nothing
    page.navigate(portal("upload.xhtml"));
    await("#enter-code");
    page.fill("#code", program.wrong());
    page.click("#enter-code");
    await(".notice.error");
    page.fill("#code", program.code());
    page.click("#enter-code");
    // and leads to the page that was wanted
    await("#files");
    signOut();

    enter(tenant.name(), tenant.email(), OwnTenant.PASSWORD);
    await("#enter-code");
    page.click(".otherwise summary");
    page.fill("#recovery", recovery.get(0));
    page.click("#recover");
    await("#shelf");
  }

  @Test
  void whoeverGuessesCodesIsSentBackToThePassword() {
    var tenant = OwnTenant.create();
    var program = signInWithNewProgram(tenant);
    signOut();
    enter(tenant.name(), tenant.email(), OwnTenant.PASSWORD);
    for (int i = 1; i <= 5; i++) {
      await("#enter-code");
      page.fill("#code", program.wrong());
      page.click("#enter-code");
      await(i < 5 ? ".notice.error" : "#password");
      RedisKeys.age("*" + tenant.id() + ":tries:code:*", Duration.ofSeconds(5));
    }
    assertThat(page.locator("#code").count()).isZero();
    assertThat(page.textContent("#notices"))
        .contains(Messages.in(Language.EN).get("problem.second-factor-paused.title"));
  }

  @Test
  void aSessionFromBeforeASecondFactorWasAskedForIsHeldToIt() {
    var tenant = OwnTenant.create();
    page.navigate(portal("sign-in.xhtml"));
    enter(tenant.name(), tenant.email(), OwnTenant.PASSWORD);
    await("#shelf");
    tenant.requireSecondFactor(true);
    page.navigate(portal("upload.xhtml"));
    await("#begin");
    assertThat(page.url()).endsWith("/portal/security.xhtml");
  }
}
