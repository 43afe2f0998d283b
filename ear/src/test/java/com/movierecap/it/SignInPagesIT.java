package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.movierecap.i18n.Language;
import com.movierecap.i18n.Messages;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages before the portal, for people without a mouse and for their password managers. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SignInPagesIT extends PortalVisit {
  private static final int FEW = 15;

  @ParameterizedTest
  @EnumSource(Language.class)
  void aKeyboardIsEnoughInEveryLanguage(Language language) {
    var browser = page.context().browser();
    page.context().close();
    page = browser.newContext(new Browser.NewContextOptions().setLocale(language.tag())).newPage();
    page.navigate(portal("sign-in.xhtml"));
    assertThat(page.getAttribute("html", "lang")).isEqualTo(language.tag());
    assertThat(page.getAttribute("html", "dir")).isEqualTo(language.direction());
    assertThat(page.textContent("#door-title").strip())
        .isEqualTo(Messages.in(language).get("sign-in.title"));
    noEnglishSlippedThrough();
    tabTo("organisation");
    page.keyboard().type("acme");
    tabTo("email");
    page.keyboard().type("viewer@acme.example");
    tabTo("password");
    page.keyboard().type(TestStack.PASSWORD);
    page.keyboard().press("Enter");
    await("#shelf");
  }

  @Test
  void theSecondStepWaitsForTheCode() {
    var tenant = OwnTenant.create();
    var program = signInWithNewProgram(tenant);
    signOut();
    enter(tenant.name(), tenant.email(), OwnTenant.PASSWORD);
    await("#enter-code");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("code");
    page.keyboard().type(program.code());
    page.keyboard().press("Enter");
    await("#shelf");
  }

  @Test
  void passwordManagersAreToldWhatEachFieldIs() {
    var tenant = OwnTenant.create();
    page.navigate(portal("sign-in.xhtml"));
    assertThat(autocomplete("organisation", "email", "password"))
        .containsExactly("organization", "username", "current-password");
    page.navigate(portal("forgotten.xhtml"));
    assertThat(autocomplete("email")).containsExactly("username");
    page.fill("#organisation", tenant.name());
    page.fill("#email", tenant.email());
    page.keyboard().press("Enter");
    page.navigate(Mails.linkFor(tenant.email(), 2));
    await("#password");
    assertThat(autocomplete("password")).containsExactly("new-password");
    noEnglishSlippedThrough();
  }

  private List<String> autocomplete(String... fields) {
    return List.of(fields).stream()
        .map(field -> page.getAttribute("#" + field, "autocomplete"))
        .toList();
  }

  private void tabTo(String field) {
    for (int i = 0; i < FEW; i++) {
      if (field.equals(page.evaluate("document.activeElement.id"))) {
        return;
      }
      page.keyboard().press("Tab");
    }
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo(field);
  }
}
