package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import com.movierecap.i18n.Language;
import com.movierecap.i18n.Messages;
import java.nio.file.Files;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The operators' console, and an organisation in its own administrators' hands. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ConsoleIT extends PortalVisit {
  @Test
  void anOperatorMakesATenantGuardsItAndSuspendsIt() {
    page.navigate(portal("sign-in.xhtml"));
    enter("", "operator@movierecap.example", TestStack.PASSWORD);
    await("#create");
    var name = "c" + UUID.randomUUID().toString().replace("-", "");
    page.fill("#displayName", "Console & Söhne");
    page.fill("#name", name);
    page.selectOption("#plan", "starter");
    var invited = "first@" + name + ".example";
    page.fill("#adminEmail", invited);
    page.click("#create");
    await("#change");
    assertThat(page.textContent(".card.calm")).contains(invited);
    assertThat(Mails.linkFor(invited, 1)).contains("//" + name + ".localhost");
    assertThat(page.textContent("h1")).isEqualTo("Console & Söhne");
    assertThat(page.textContent("main")).contains("100 GB").contains("50 h");
    var address = page.url();

    page.fill("#allowedCountries", "US XX");
    page.click("#secure");
    // beside its field, which has the focus, in a sentence
    await("#allowedCountries[aria-invalid=true]");
    assertThat(page.textContent("#allowedCountries-message")).contains("XX is no country code");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("allowedCountries");
    assertThat(page.inputValue("#allowedCountries")).isEqualTo("US XX");
    page.fill("#allowedCountries", "US CA");
    page.click("#secure");
    await(".notice.info");
    assertThat(page.inputValue("#allowedCountries")).isEqualTo("CA US");

    page.click("[id='life:suspend']");
    page.click("#sure-no");
    assertThat(page.locator("[id='life:resume']").count()).isZero();
    page.click("[id='life:suspend']");
    assertThat(page.textContent("#sure-text"))
        .isEqualTo(Messages.in(Language.EN).get("console.suspend.sure"));
    page.click("#sure-yes");
    await("[id='life:resume']");
    var theirs = page.context().newPage();
    theirs.navigate(portal("").replace("localhost", name + ".localhost"));
    assertThat(theirs.textContent("h1"))
        .isEqualTo(Messages.in(Language.EN).get("problem.tenant-suspended.title"));
    theirs.navigate(portal("").replace("localhost", "no" + name + ".localhost"));
    assertThat(theirs.textContent("h1"))
        .isEqualTo(Messages.in(Language.EN).get("problem.tenant-not-found.title"));

    page.navigate(portal("admin/audit.xhtml?tenant=" + address.replaceAll(".*id=", "")));
    assertThat(page.locator(".log li").count()).isGreaterThanOrEqualTo(5);
    assertThat(page.textContent(".log")).contains("Suspended the organisation");
    // the page asks for the tenant, its settings and its archives; that is one look each time
    page.navigate(
        portal("admin/audit.xhtml?action=tenant-read&tenant=" + address.replaceAll(".*id=", "")));
    var looks = page.locator(".log li").count();
    page.navigate(address);
    page.navigate(
        portal("admin/audit.xhtml?action=tenant-read&tenant=" + address.replaceAll(".*id=", "")));
    assertThat(page.locator(".log li").count()).isEqualTo(looks + 1);
    page.navigate(portal("admin/index.xhtml?search=" + name.substring(0, 20)));
    assertThat(page.locator(".rows li").count()).isEqualTo(1);
    noEnglishSlippedThrough();
  }

  @Test
  void anAdministratorProvesAHostNameAndTakesAllDataAway() throws Exception {
    var tenant = OwnTenant.create();
    page.navigate(portal("sign-in.xhtml"));
    enter(tenant.name(), tenant.email(), OwnTenant.PASSWORD);
    await("#shelf");
    page.click(".nav a[href$='organisation.xhtml']");
    await("#claim");
    assertThat(page.textContent("main")).contains("10 GB").contains("10 h");
    page.fill("#domain", "not a name");
    page.click("#claim");
    await("#domain[aria-invalid=true]");
    assertThat(page.textContent("#domain-message")).contains("films.example.com");
    page.fill("#issuer", "https://login.example.com");
    page.fill("#clientId", "recap");
    page.click("#saveSso");
    await("#defaultRole[aria-invalid=true]");
    assertThat(page.textContent("#defaultRole-message")).contains("role of everybody");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("defaultRole");
    var domain = "recaps." + tenant.name() + ".com";
    page.fill("#domain", domain);
    page.click("#claim");
    await(".record .token");
    page.waitForLoadState(LoadState.DOMCONTENTLOADED);
    var record = page.locator(".record .token").allTextContents();
    assertThat(record.get(0)).isEqualTo("_movierecap." + domain);
    page.click("#names [value='Look into DNS now']");
    await(".notice.error");
    TestStack.dns().say(record.get(0), record.get(1));
    page.click("#names [value='Look into DNS now']");
    await(".status.succeeded");
    assertThat(page.locator(".record").count()).isZero();

    page.click("[id='exports:create']");
    await("a[href*='export.zip']");
    var archive = page.waitForDownload(() -> page.click("a[href*='export.zip']"));
    assertThat(Files.size(archive.path())).isGreaterThan(1000);
    page.click("#exports [value='Delete the archive']");
    page.click("#sure-yes");
    page.waitForCondition(() -> page.locator("a[href*='export.zip']").count() == 0);
    noEnglishSlippedThrough();

    page.navigate(portal("audit.xhtml?action=domain-proven"));
    assertThat(page.locator(".log li").count()).isEqualTo(1);
    assertThat(page.textContent(".log")).contains(domain);
  }
}
