package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.i18n.Language;
import com.movierecap.i18n.Messages;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever types too many wrong passwords reads when to try again, in their own language. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class GuessingPageIT extends PortalVisit {
  @Test
  void thePageSaysWhenToTryAgain() {
    var tenant = OwnTenant.create();
    var tries = "*" + tenant.id() + ":tries:password:*";
    for (int i = 0; i < 5; i++) {
      page.navigate(portal("sign-in.xhtml"));
      enter(tenant.name(), tenant.email(), "wrong");
      await("#notices .notice.error");
      RedisKeys.age(tries, i < 4 ? Duration.ofSeconds(10) : Duration.ZERO);
    }
    assertThat(page.textContent("#notices")).contains("Please try again in 5 minutes.");
    // what the others say is a matter of words: MessagesTest
    for (var language : new Language[] {Language.EN, Language.AR}) {
      // the pause is not to grow shorter meanwhile
      RedisKeys.age(tries, Duration.ofSeconds(-10));
      page.navigate(portal("sign-in.xhtml"));
      page.click("summary[aria-label] >> nth=0");
      page.click("button[name='to'][value='" + language.tag() + "']");
      await("html[lang='" + language.tag() + "'] #password");
      enter(tenant.name(), tenant.email(), OwnTenant.PASSWORD);
      await("#notices .notice.error");
      assertThat(page.textContent("#notices"))
          .contains(
              Messages.in(language).get("problem.password-paused.detail", Duration.ofMinutes(5)));
      noEnglishSlippedThrough();
    }
    // and five minutes later, from where the languages left the clock
    RedisKeys.age(tries, Duration.ofMinutes(10));
    page.navigate(portal("sign-in.xhtml"));
    enter(tenant.name(), tenant.email(), OwnTenant.PASSWORD);
    await("#shelf");
  }
}
