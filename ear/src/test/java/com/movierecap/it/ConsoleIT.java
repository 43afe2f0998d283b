package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import com.movierecap.audit.AuditAction;
import com.movierecap.i18n.Language;
import com.movierecap.i18n.Messages;
import com.movierecap.local.LocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
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
    theOtherArchiveIsAskedForWithoutThePage();
    page.click("#exports [value='Delete the archive']");
    page.click("#sure-yes");
    page.waitForCondition(() -> page.locator("a[href*='export.zip']").count() == 0);
    noEnglishSlippedThrough();

    page.navigate(portal("audit.xhtml?action=domain-proven"));
    assertThat(page.locator(".log li").count()).isEqualTo(1);
    assertThat(page.textContent(".log")).contains(domain);
  }

  /** Each page that is asked for is one of the sixty whose forms are kept. */
  private void theOtherArchiveIsAskedForWithoutThePage() throws SQLException {
    exportJobs("QUEUED");
    page.navigate(portal("organisation.xhtml"));
    var pages = new ArrayList<String>();
    page.onRequest(
        request -> {
          if (request.url().contains(".xhtml") && !request.url().contains("faces.resource")) {
            pages.add(request.url());
          }
        });
    for (int i = 0; i < 2; i++) {
      page.waitForResponse(answer -> answer.url().contains("exports.json"), () -> {});
    }
    assertThat(pages).isEmpty();
    exportJobs("SUCCEEDED");
    await("a[href*='export.zip']");
    assertThat(pages).hasSize(1);
  }

  private void exportJobs(String status) throws SQLException {
    try (var database = TestStack.stack().connectAsSuperuser(LocalStack.DATABASE);
        var statement =
            database.prepareStatement(
                "update job set status = ? where kind = 'EXPORT' and status in ('QUEUED', 'SUCCEEDED')"
                    + " and subject_id = (select id from tenant_export order by id desc limit 1)")) {
      statement.setString(1, status);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  @Test
  void theLogTellsWhatFilmsAreCalledThatAreGoneAndIsFoundByDays() throws IOException {
    var tenant = OwnTenant.create();
    var movie = tenant.admin().movie(Films.demo(), null);
    var recap = tenant.admin().order(movie, "{\"length_seconds\":10}");
    tenant.admin().ended(recap);
    tenant.admin().send("DELETE", "/api/movies/" + movie, null);
    signIn(tenant.name(), "admin");
    page.navigate(portal("audit.xhtml"));
    var log = page.textContent(".log");
    var title = page.locator(".log-title").allTextContents();
    assertThat(title).hasSize(4).allMatch("demo"::equals);
    assertThat(log)
        .contains("Uploaded a film", "Ordered a recap", "Deleted a recap", "Deleted a film")
        .doesNotContain(movie);
    assertThat(page.locator("#action optgroup").count()).isEqualTo(6);
    assertThat(page.locator("#action option").count()).isEqualTo(AuditAction.values().length + 1);

    page.fill("#to", "2020-01-01");
    page.click(".filter button");
    await(".hint:has-text('" + Messages.in(Language.EN).get("audit.none") + "')");
    assertThat(page.inputValue("#to")).isEqualTo("2020-01-01");
    page.fill("#to", "");
    page.fill("#from", "2020-01-01");
    page.selectOption("#action", "movie-deleted");
    page.click(".filter button");
    await(".log li");
    assertThat(page.locator(".log li").count()).isEqualTo(1);
    assertThat(page.url()).contains("zone=");
    assertThat(page.getAttribute("a[href*='audit.csv']", "href")).contains("from=2020-01-01");
    noEnglishSlippedThrough();
  }
}
