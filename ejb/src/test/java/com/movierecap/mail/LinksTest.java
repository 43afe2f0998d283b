package com.movierecap.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {
  @ParameterizedTest
  @CsvSource({
    "https://movierecap.com/portal/, , https://acme.movierecap.com/portal/password.xhtml?token=t-_",
    "http://localhost:9080/portal/, , http://acme.localhost:9080/portal/password.xhtml?token=t-_",
    "https://movierecap.com/portal/, recaps.acme.example,"
        + " https://recaps.acme.example/portal/password.xhtml?token=t-_",
    "https://movierecap.com/, , https://acme.movierecap.com/password.xhtml?token=t-_"
  })
  void aLinkLeadsToTheTenantsOwnHost(URI portal, String host, String link) {
    var place = new MailSender("acme", "Acme Studios", host);
    assertThat(new Links(portal).to(place, "password.xhtml", "t-_")).isEqualTo(link);
  }

  @Test
  void whoIsInvitedToANewTenantComesByItsName() {
    assertThat(new Links(URI.create("https://movierecap.com/portal/")).toInvitation("acme", "t"))
        .isEqualTo("https://acme.movierecap.com/portal/invitation.xhtml?token=t");
  }
}
