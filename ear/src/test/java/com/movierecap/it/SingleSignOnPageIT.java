package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Single sign-on in a real browser, by a provider that is certified. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SingleSignOnPageIT extends PortalVisit {
  private static final String SECRET = "between-it-and-us";

  @Test
  void anAdministratorConnectsAProviderAndAColleagueComesInByIt() throws IOException {
    var tenant = OwnTenant.create();
    var domain = tenant.name() + ".example";
    SingleSignOnIT.prove(tenant, domain);
    page.navigate(portal("sign-in.xhtml"));
    enter(tenant.name(), tenant.email(), OwnTenant.PASSWORD);
    await("#shelf");
    page.navigate(portal("organisation.xhtml"));
    await("#saveSso");
    noEnglishSlippedThrough();
    var callback = page.textContent("#sso-callback");
    assertThat(callback).isEqualTo(portal("sso/callback"));

    try (var provider =
        CertifiedProvider.start(
            "movie-recap",
            SECRET,
            callback,
            """
            {"sub":"kim","email":"Kim@%s","email_verified":true,"name":"Kim","groups":["cutters"],"amr":["pwd","otp"]}
            """
                .formatted(domain))) {
      page.fill("#issuer", provider.issuer());
      page.fill("#clientId", "movie-recap");
      page.fill("#clientSecret", SECRET);
      page.fill("#emailDomains", domain);
      page.fill("#groupRoles", "cutters = editor\nheads = tenant-admin");
      page.click("#saveSso");
      await("#removeSso");
      assertThat(page.locator(".notice.error").count()).isZero();
      assertThat(page.inputValue("#clientSecret")).isEmpty();
      signOut();

      // somebody else's browser, which does not know the organisation yet
      newVisitor();
      page.navigate(portal("upload.xhtml"));
      await("#password");
      assertThat(page.locator("#sso").count()).isZero();
      page.click(".otherwise summary");
      page.fill("#sso-organisation", tenant.name());
      page.click("#sso-go");
      await("#sso");
      noEnglishSlippedThrough();
      page.click("#sso");
      // and is led to the page that was wanted
      await("#files");
      assertThat(page.content()).contains("Kim");

      // a tenant that asks for a second factor takes the one that the provider saw
      tenant.requireSecondFactor(true);
      page.navigate(portal("upload.xhtml"));
      await("#files");
      page.navigate(portal("organisation.xhtml"));
      assertThat(page.locator("#saveSso").count()).isZero();
    }
  }
}
