package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.i18n.Language;
import com.movierecap.i18n.Messages;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator in somebody's place, in the portal. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ImpersonationPageIT extends PortalVisit {
  private static final Messages WORDS = Messages.in(Language.EN);
  private static final String BANNER = ".impersonation";

  @Test
  void everyPageSaysSoAndTheOperatorComesBackAsThemself() {
    var tenant = OwnTenant.create();
    page.navigate(portal("sign-in.xhtml"));
    enter("", "operator@movierecap.example", TestStack.PASSWORD);
    await("#create");
    var console = portal("admin/tenant.xhtml?id=" + tenant.id());
    page.navigate(console);
    assertThat(page.locator(BANNER).count()).isZero();

    page.fill("#whose", "nobody@nowhere.example");
    page.fill("#why", "short");
    page.click("#impersonate");
    await("#why-message:has-text('" + WORDS.get("impersonation.reason.required") + "')");
    page.fill("#why", "Ticket 4711: an upload stops");
    page.click("#impersonate");
    await("#whose-message:has-text('" + WORDS.get("problem.account-not-found.title") + "')");
    page.fill("#whose", tenant.email());
    page.click("#impersonate");
    await("#shelf");

    var pages =
        page.locator(".nav a").all().stream().map(link -> link.getAttribute("href")).toList();
    assertThat(pages).hasSizeGreaterThanOrEqualTo(5);
    for (var each : pages) {
      page.navigate(TestStack.base() + each);
      assertThat(page.textContent(BANNER)).contains(tenant.email());
    }
    for (var each : List.of("security.xhtml", "film.xhtml?id=" + tenant.id())) {
      page.navigate(portal(each));
      assertThat(page.textContent(BANNER)).contains(tenant.email());
    }
    page.navigate(portal("security.xhtml"));
    assertThat(page.textContent("main")).contains(WORDS.get("problem.not-in-person.detail"));
    assertThat(page.locator("main form").count()).isZero();
    page.navigate(portal("people.xhtml"));
    assertThat(page.locator("#send").count()).isZero();
    // what the operator may do is not what the person may do
    page.navigate(console);
    assertThat(page.locator("#impersonate").count()).isZero();
    noEnglishSlippedThrough();

    page.navigate(portal("audit.xhtml"));
    assertThat(page.textContent(".log"))
        .contains(WORDS.get("audit.action.impersonation-begun"), "operator@movierecap.example");
    page.click("[id='in-place:back']");
    await("#impersonate");
    assertThat(page.locator(BANNER).count()).isZero();
    assertThat(page.url()).isEqualTo(console);
    page.navigate(portal("organisation.xhtml"));
    assertThat(page.locator("#claim").count()).isZero();
  }

  @Test
  void thePersonWhoEndsItSendsTheOperatorBack() {
    var tenant = OwnTenant.create();
    page.navigate(portal("sign-in.xhtml"));
    enter("", "operator@movierecap.example", TestStack.PASSWORD);
    await("#create");
    page.navigate(portal("admin/tenant.xhtml?id=" + tenant.id()));
    page.fill("#whose", tenant.email());
    page.fill("#why", "Ticket 4712: nothing to see");
    page.click("#impersonate");
    await("#shelf");
    var seen = tenant.admin().post("/api/sessions/end-others", "");
    assertThat(seen.statusCode()).as(seen.body()).isEqualTo(204);
    page.navigate(portal("index.xhtml"));
    await("#impersonate");
    assertThat(page.locator(BANNER).count()).isZero();
  }
}
