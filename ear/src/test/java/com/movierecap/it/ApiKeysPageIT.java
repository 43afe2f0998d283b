package com.movierecap.it;

import static com.movierecap.it.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.movierecap.i18n.Language;
import com.movierecap.i18n.Messages;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keys of people and of programs, looked after in a real browser. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ApiKeysPageIT extends PortalVisit {
  private static final String MOVIES = "/api/movies";

  private final Messages english = Messages.in(Language.EN);
  private final OwnTenant tenant = OwnTenant.create();

  @Test
  void aPersonMakesRotatesAndRevokesAKeyByTheKeyboard() {
    come();
    page.navigate(portal("security.xhtml"));
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    page.click("#make-key");
    await("#key-name-message:not(:empty)");
    page.focus("#key-name");
    page.keyboard().type("Nightly <b>import</b>");
    page.keyboard().press("Enter");
    await("#made-key");
    var first = page.textContent("#made-key");
    assertThat(Keys.sent(first).get(MOVIES).statusCode()).isEqualTo(200);
    page.focus("[data-copies]");
    page.keyboard().press("Enter");
    page.waitForSelector("#made-key-said:not(:empty)");
    assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(first);
    noEnglishSlippedThrough();
    // this once
    page.click("#kept");
    await("#make-key");
    assertThat(page.content()).doesNotContain(first.substring(13)).contains(first.substring(0, 12));
    assertThat(page.textContent("[id='keys']"))
        .contains("Nightly <b>import</b>", english.get("scope.read"));

    row(0).locator("summary").click();
    button(row(0), "keys.overlap.24").click();
    await("#made-key");
    var second = page.textContent("#made-key");
    assertThat(second).isNotEqualTo(first);
    for (var good : List.of(first, second)) {
      assertThat(Keys.sent(good).get(MOVIES).statusCode()).isEqualTo(200);
    }
    assertThat(row(1).textContent()).contains(english.get("keys.replaced"));
    assertThat(row(1).locator("summary").count()).isZero();

    button(row(0), "keys.revoke").click();
    page.click("#sure-yes");
    await(".notice.info");
    assertProblem(Keys.sent(second).get(MOVIES), 401, "api-key-refused");
    assertThat(Keys.sent(first).get(MOVIES).statusCode()).isEqualTo(200);
    assertThat(page.locator("[id='keys'] .key").count()).isEqualTo(1);
    noEnglishSlippedThrough();
  }

  @Test
  void anAdministratorMakesAProgramAnAccountAndAKey() {
    come();
    page.navigate(portal("people.xhtml"));
    page.fill("#service-name", "Archive");
    page.selectOption("#service-role", "editor");
    page.click("#make-service");
    await("#make-key");
    assertThat(page.url()).contains("/portal/service.xhtml?id=");
    assertThat(page.locator("#key-scopes input").count()).isEqualTo(2);
    page.fill("#key-name", "Import");
    page.check("#key-scopes input[value=write]");
    page.selectOption("#key-life", "365");
    page.click("#make-key");
    await("#made-key");
    var key = Keys.sent(page.textContent("#made-key"));
    assertProblem(key.post("/api/movies/x/recaps", "{\"length_seconds\":5}"), 404, "not-found");
    page.fill("#called", "The archive");
    page.selectOption("#gives", "viewer");
    page.click("#save-service");
    await(".notice.info");
    assertThat(page.textContent("h1")).isEqualTo("The archive");
    assertProblem(key.post("/api/movies/x/recaps", "{\"length_seconds\":5}"), 403, "api-key-scope");
    page.click("#shut");
    page.click("#sure-yes");
    await("#admit");
    assertProblem(key.get(MOVIES), 401, "api-key-refused");
    page.click("#admit");
    await("#shut");
    assertThat(key.get(MOVIES).statusCode()).isEqualTo(200);
    button(row(0), "keys.revoke").click();
    page.click("#sure-yes");
    await(".notice.info");
    assertProblem(key.get(MOVIES), 401, "api-key-refused");
    page.navigate(portal("people.xhtml"));
    assertThat(page.textContent("[aria-labelledby='services-title']")).contains("The archive");
    assertThat(page.textContent("[aria-labelledby='members-title']")).doesNotContain("The archive");
    noEnglishSlippedThrough();
  }

  @Test
  void nobodyElseLooksAfterPrograms() {
    signIn("acme", "editor");
    for (var path : List.of("people.xhtml", "service.xhtml", "service.xhtml?id=x")) {
      assertThat(page.navigate(portal(path)).status()).as(path).isEqualTo(403);
    }
    come();
    assertThat(page.navigate(portal("service.xhtml?id=" + tenant.id())).status()).isEqualTo(404);
  }

  private void come() {
    page.context().clearCookies();
    page.navigate(portal("sign-in.xhtml"));
    enter(tenant.name(), tenant.email(), OwnTenant.PASSWORD);
    await("#shelf");
  }

  private Locator row(int index) {
    return page.locator("[id='keys'] .key").nth(index);
  }

  private Locator button(Locator row, String key) {
    return row.locator("[value='%s']".formatted(english.get(key)));
  }
}
