package com.movierecap.portal.sso;

import com.movierecap.access.CallContext;
import com.movierecap.identity.sso.SingleSignOn;
import com.movierecap.identity.sso.SsoProvider;
import com.movierecap.identity.sso.SsoSettings;
import com.movierecap.kernel.ProblemException;
import com.movierecap.portal.signin.Organisation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the reader's organisation has single sign-on, as soon as it is known which one it is. */
@Named("sso")
@RequestScoped
public class SsoOffer {
  @Inject private Organisation organisation;
  @Inject private SingleSignOn signOn;
  @Inject private HttpServletRequest request;

  private @Nullable Optional<SsoSettings> looked;
  private @Nullable String lookedFor;

  /** A form may name another organisation between two looks. */
  private Optional<SsoSettings> settings() {
    var name = organisation.isAsked() ? String.valueOf(organisation.getName()) : "";
    var known = looked;
    if (known == null || !name.equals(lookedFor)) {
      known = organisation.isKnown() ? ofTenant() : Optional.empty();
      looked = known;
      lookedFor = name;
    }
    return known;
  }

  private Optional<SsoSettings> ofTenant() {
    try {
      return CallContext.in(organisation.resolve().id())
          .reading()
          .get(() -> signOn.find().map(SsoProvider::settings));
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  public boolean isOffered() {
    return settings().isPresent();
  }

  /** Whether there is no other way in. */
  public boolean isOnly() {
    return settings().filter(SsoSettings::shutsPasswordsOut).isPresent();
  }

  /** Where the provider is. */
  public String getHost() {
    return settings().map(SsoSettings::host).orElse("");
  }

  /** Where the way to the provider begins. */
  public String getStart() {
    var start = request.getContextPath() + "/sso/start";
    return organisation.isAsked()
        ? start
            + "?organisation="
            + URLEncoder.encode(String.valueOf(organisation.getName()), StandardCharsets.UTF_8)
        : start;
  }
}
