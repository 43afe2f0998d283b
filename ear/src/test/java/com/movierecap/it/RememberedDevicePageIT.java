package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.local.LocalStack;
import java.sql.SQLException;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Browsers that are not asked for a code again for a while, and those that are. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RememberedDevicePageIT extends PortalVisit {
  private final OwnTenant tenant = OwnTenant.create();

  @Test
  void aDeviceIsRememberedUntilItsOwnerForgetsIt() {
    var program = signInWithNewProgram(tenant);
    signOut();
    enterRemembered(program);
    page.navigate(portal("security.xhtml"));
    assertThat(page.locator("#devices .row").count()).isEqualTo(1);
    noEnglishSlippedThrough();
    signOut();
    enterPassword();
    await("#shelf");
    var cookies = page.context().cookies().stream().filter(c -> c.name.contains("device-"));
    assertThat(cookies).singleElement().matches(cookie -> cookie.httpOnly);

    // another browser is asked
    newVisitor();
    page.navigate(portal("sign-in.xhtml"));
    enterPassword();
    await("#enter-code");
  }

  @Test
  void whatIsForgottenIsAskedAgain() {
    var program = signInWithNewProgram(tenant);
    signOut();
    enterRemembered(program);
    page.navigate(portal("security.xhtml"));
    page.click("#devices .row [type=submit]");
    await(".notice.info");
    assertThat(page.locator("#devices").count()).isZero();
    signOut();
    enterPassword();
    await("#enter-code");
  }

  @Test
  void aNewPasswordForgetsAllDevices() {
    var program = signInWithNewProgram(tenant);
    signOut();
    enterRemembered(program);
    page.navigate(portal("security.xhtml"));
    page.fill("#known", OwnTenant.PASSWORD);
    page.fill("#password", OwnTenant.PASSWORD + " and more");
    page.click("#change-password");
    await(".notice.info");
    signOut();
    enter(tenant.name(), tenant.email(), OwnTenant.PASSWORD + " and more");
    await("#enter-code");
  }

  @Test
  void afterThirtyDaysItIsAskedAgain() throws SQLException {
    var program = signInWithNewProgram(tenant);
    signOut();
    enterRemembered(program);
    signOut();
    try (var owner = TestStack.stack().connectAsOwner(LocalStack.DATABASE);
        var statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute("select set_config('app.tenant_id', '" + tenant.id() + "', true)");
      assertThat(
              statement.executeUpdate(
                  "update remembered_device set created_at = created_at - interval '30 days',"
                      + " expires_at = expires_at - interval '30 days'"))
          .isEqualTo(1);
      owner.commit();
    }
    enterPassword();
    await("#enter-code");
  }

  private void enterRemembered(Authenticator program) {
    enterPassword();
    await("#enter-code");
    page.fill("#code", program.code());
    page.check("#remember");
    page.click("#enter-code");
    await("#shelf");
  }

  private void enterPassword() {
    enter(tenant.name(), tenant.email(), OwnTenant.PASSWORD);
  }
}
