package com.movierecap.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.i18n.Language;
import com.movierecap.i18n.Messages;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailMessageTest {
  private static final MailSender ACME = new MailSender("acme", "Acme", null);

  @ParameterizedTest
  @ValueSource(strings = {"Acme\r\nBcc: thief@x.example", "Acme\u0085x", "Acme\u2028x", "\n\n"})
  void noNameBeginsAnotherHeader(String name) {
    assertThat(MailMessage.oneLine(name))
        .doesNotContainPattern("[\\p{Cntrl}\\u0085\\u2028\\u2029]");
  }

  @Test
  void aLinkLeadsToTheTenantsOwnHostOrBelowOurs() {
    var links = new Links(URI.create("https://movierecap.com/portal/"));
    assertThat(links.to(ACME, "password.xhtml", "t-_1"))
        .isEqualTo("https://acme.movierecap.com/portal/password.xhtml?token=t-_1");
    assertThat(links.to(new MailSender("acme", "Acme", "recaps.acme.com"), "a.xhtml", "t"))
        .isEqualTo("https://recaps.acme.com/portal/a.xhtml?token=t");
    assertThat(new Links(URI.create("http://localhost:9080/portal/")).to(ACME, "a.xhtml", "t"))
        .isEqualTo("http://acme.localhost:9080/portal/a.xhtml?token=t");
  }

  @Test
  void whatPeopleAreCalledIsNoMarkup() {
    assertThat(MailTemplates.escaped("<b onclick=\"x\">&'"))
        .isEqualTo("&lt;b onclick=&quot;x&quot;&gt;&amp;&#39;");
  }

  @ParameterizedTest
  @EnumSource(MailKind.class)
  void everyKindHasItsWords(MailKind kind) {
    var english = Messages.in(Language.EN);
    for (var part : new String[] {"subject", "text", "after"}) {
      assertThat(english.has("mail." + kind.slug() + "." + part)).as(part).isTrue();
    }
    assertThat(english.has("mail." + kind.slug() + ".button")).isEqualTo(kind.page() != null);
  }
}
