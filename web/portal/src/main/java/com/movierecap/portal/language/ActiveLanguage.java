package com.movierecap.portal.language;

import com.movierecap.i18n.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The language of this request. The first of these that names one we speak wins: what was chosen in
 * this session, what this browser chose before, what the account reads, what the browser asks for.
 */
@Named("language")
@RequestScoped
public class ActiveLanguage {
  private static final String COOKIE = "lang";
  private static final int ONE_YEAR = 365 * 24 * 3600;
  private static final String CHOSEN = ActiveLanguage.class.getName() + ".chosen";
  private static final String ACCOUNT = ActiveLanguage.class.getName() + ".account";

  @Inject private HttpServletRequest request;
  private @Nullable Language found;

  public Language get() {
    var known = found;
    if (known == null) {
      known =
          Stream.of(remembered(CHOSEN), cookie(), remembered(ACCOUNT))
              .flatMap(Optional::stream)
              .map(Language::of)
              .flatMap(Optional::stream)
              .findFirst()
              .orElseGet(() -> Language.best(request.getLocales()));
      found = known;
    }
    return known;
  }

  public Locale getLocale() {
    return get().locale();
  }

  public String getTag() {
    return get().tag();
  }

  /** For scripts that write dates and numbers. */
  public String getFormats() {
    return get().formats().toLanguageTag();
  }

  public String getDirection() {
    return get().direction();
  }

  public List<Language> getAll() {
    return Language.all();
  }

  /** Remembers a choice for this session and this browser. */
  public void choose(Language language, HttpServletResponse response) {
    var cookie = new Cookie(COOKIE, language.tag());
    cookie.setPath("/");
    cookie.setMaxAge(ONE_YEAR);
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
    request.getSession().setAttribute(CHOSEN, language.tag());
    found = language;
  }

  /** Notes what the account that signs in reads. */
  public void accountReads(String tag) {
    request.getSession().setAttribute(ACCOUNT, tag);
    found = null;
  }

  private Optional<String> remembered(String attribute) {
    var session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable((String) session.getAttribute(attribute));
  }

  private Optional<String> cookie() {
    var cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(c -> c.getName().equals(COOKIE))
            .map(Cookie::getValue)
            .findFirst();
  }
}
