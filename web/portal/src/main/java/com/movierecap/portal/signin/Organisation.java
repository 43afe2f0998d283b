package com.movierecap.portal.signin;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.tenancy.Tenant;
import com.movierecap.tenancy.TenantDirectory;
import com.movierecap.tenancy.TenantHost;
import com.movierecap.tenancy.TenantRef;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tenant a reader wants to sign in to: the host's where it names one, else what is typed, and
 * the platform's own where nothing is.
 */
@Named("organisation")
@RequestScoped
public class Organisation {
  /** Also of the sign-in page's address, where somebody has said which one it is. */
  public static final String PARAMETER = "organisation";

  private static final String COOKIE = "organisation";
  private static final int ONE_YEAR = 365 * 24 * 3600;

  @Inject private TenantDirectory tenants;
  @Inject private TenantHost host;
  @Inject private HttpServletRequest request;

  private @Nullable String name;

  @PostConstruct
  void recall() {
    if (request.getCookies() != null) {
      for (var cookie : request.getCookies()) {
        if (cookie.getName().equals(COOKIE)) {
          name = cookie.getValue();
        }
      }
    }
    if (request.getMethod().equals("GET") && request.getParameter(PARAMETER) != null) {
      setName(request.getParameter(PARAMETER));
    }
  }

  public TenantRef resolve() {
    var typed = name == null || name.isBlank() ? Tenant.PLATFORM : name;
    return tenants.resolve(List.of(ofHost().orElse(typed)));
  }

  /**
   * The tenant of somebody who has said who they are.
   *
   * @throws ProblemException where it lets nobody in, or the host is another tenant's
   */
  TenantRef at(UUID tenant) {
    var theirs = tenants.resolve(List.of(tenant.toString()));
    ofHost()
        .filter(name -> !tenants.resolve(List.of(name)).id().equals(theirs.id()))
        .ifPresent(
            name -> {
              throw new ProblemException(ProblemType.TENANT_MISMATCH);
            });
    return theirs;
  }

  /** What was typed and meant something is there again next time. */
  public void remember(HttpServletResponse response) {
    if (ofHost().isEmpty() && name != null && name.matches("[A-Za-z0-9-]{0,63}")) {
      var cookie = new Cookie(COOKIE, name);
      cookie.setPath(request.getContextPath() + "/");
      cookie.setMaxAge(ONE_YEAR);
      cookie.setHttpOnly(true);
      cookie.setSecure(request.isSecure());
      cookie.setAttribute("SameSite", "Lax");
      response.addCookie(cookie);
    }
  }

  private Optional<String> ofHost() {
    return host.tenantOf(request.getServerName());
  }

  /** Whether the reader has to say it. */
  public boolean isAsked() {
    return ofHost().isEmpty();
  }

  /** Whether the host or the reader has said it. */
  public boolean isKnown() {
    return !isAsked() || name != null && !name.isBlank();
  }

  /** The display name of the host's tenant, or the host's word where there is no such tenant. */
  public String getHostName() {
    var slug = ofHost().orElse("");
    return tenants.find(slug).map(TenantRef::displayName).orElse(slug);
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name == null ? null : name.strip();
  }
}
