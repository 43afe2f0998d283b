package com.movierecap.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Every address that we write into a mail: the portal's, at the tenant's own host where it has
 * proven one, else below our domain.
 */
@ApplicationScoped
public class Links {
  private final URI portal;

  protected Links() {
    this(URI.create("http://localhost/"));
  }

  @Inject
  public Links(@ConfigProperty(name = "mail.portal.url") URI portal) {
    this.portal = portal;
  }

  /** The page where somebody takes up an invitation to a tenant without a host name of its own. */
  public String toInvitation(String slug, String token) {
    return to(new MailSender(slug, slug, null), "invitation.xhtml", token);
  }

  /**
   * @param token URL-safe Base64
   */
  String to(MailSender tenant, String page, String token) {
    var host = tenant.host() == null ? tenant.slug() + "." + portal.getHost() : tenant.host();
    try {
      return new URI(
              portal.getScheme(),
              null,
              host,
              portal.getPort(),
              portal.getPath() + page,
              "token=" + token,
              null)
          .toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
