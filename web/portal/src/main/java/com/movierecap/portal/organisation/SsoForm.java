package com.movierecap.portal.organisation;

import com.movierecap.identity.sso.ProviderRegistration;
import com.movierecap.identity.sso.SingleSignOn;
import com.movierecap.identity.sso.SsoProvider;
import com.movierecap.identity.sso.SsoSettings;
import com.movierecap.portal.page.Next;
import com.movierecap.portal.page.Steps;
import com.movierecap.portal.session.Permissions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The organisation's provider of single sign-on. */
@Named("ssoForm")
@RequestScoped
public class SsoForm {
  private static final Map<String, String> FIELDS =
      Map.of(
          "issuer", "issuer",
          "client_id", "clientId",
          "client_secret", "clientSecret",
          "email_domains", "emailDomains",
          "groups_claim", "groupsClaim",
          "group_roles", "groupRoles",
          "group_roles.group", "groupRoles",
          "group_roles.role", "groupRoles",
          "default_role", "defaultRole");

  @Inject private SingleSignOn signOn;
  @Inject private ProviderRegistration registration;
  @Inject private Permissions may;
  @Inject private Steps steps;
  @Inject private HttpServletRequest request;

  private @Nullable SsoFields wish;
  private boolean there;

  /** What is in the fields: what is stored, until somebody writes into them. */
  public SsoFields getWish() {
    var known = wish;
    if (known == null) {
      may.mustAdminister();
      Optional<SsoSettings> stored = signOn.find().map(SsoProvider::settings);
      there = stored.isPresent();
      known = stored.map(SsoFields::of).orElseGet(SsoFields::new);
      wish = known;
    }
    return known;
  }

  /** Whether there is a provider. */
  public boolean isThere() {
    getWish();
    return there;
  }

  /** What the provider has to know, for the host that the reader sees. */
  public String getCallback() {
    return URI.create(request.getRequestURL().toString())
        .resolve(request.getContextPath() + "/sso/callback")
        .toString();
  }

  public List<String> getRoles() {
    return SsoSettings.roles().toList();
  }

  public void save() throws IOException {
    change(() -> registration.register(getWish().settings(), getWish().secret(), null));
  }

  public void remove() throws IOException {
    change(() -> signOn.remove(null));
  }

  private void change(Runnable change) throws IOException {
    may.mustAdminister();
    steps.take(
        () -> {
          change.run();
          return Next.page("/organisation.xhtml").saying("console.changed");
        },
        steps.at(FIELDS));
  }
}
