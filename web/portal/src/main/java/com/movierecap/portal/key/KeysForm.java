package com.movierecap.portal.key;

import com.movierecap.identity.key.ApiKey;
import com.movierecap.identity.key.ApiKeys;
import com.movierecap.identity.key.KeyWish;
import com.movierecap.identity.key.MadeKey;
import com.movierecap.identity.key.Scope;
import com.movierecap.kernel.ProblemException;
import com.movierecap.portal.error.Notices;
import com.movierecap.portal.language.ActiveLanguage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The keys of one account: listed, made, rotated and revoked. */
public abstract class KeysForm {
  private static final String MADE = "madeKey ";
  private static final List<Long> DAYS = List.of(30L, 90L, 180L, 365L);
  private static final List<Long> OVERLAPS = List.of(0L, 24L, 72L, 168L);

  @Inject private ApiKeys keys;
  @Inject private Notices notices;
  @Inject private ActiveLanguage language;

  private final Clock clock = Clock.systemUTC();
  private @Nullable List<ApiKey> all;
  private @Nullable String made;
  private @Nullable String name;
  private List<String> scopes = List.of(Scope.READ.slug());
  private long days = KeyWish.LIFE.toDays();

  /**
   * Whose keys they are.
   *
   * @throws ProblemException where the reader may not look after them
   */
  abstract UUID owner();

  /** The page that they are on, as an address within the portal. */
  abstract String page();

  /** Those that the owner's role can give away. */
  public abstract List<Scope> getPossible();

  public List<ApiKey> getAll() {
    var known = all;
    if (known == null) {
      known = keys.list(owner());
      all = known;
    }
    return known;
  }

  public boolean isAlive(ApiKey key) {
    return key.isAlive(Instant.now(clock));
  }

  public boolean isReplaced(ApiKey key) {
    return key.replacedBy().isPresent();
  }

  public @Nullable Instant usedAt(ApiKey key) {
    return key.usedAt().orElse(null);
  }

  public List<Scope> scopesOf(ApiKey key) {
    return key.scopes().stream().sorted().toList();
  }

  public void create() throws IOException {
    show(
        () ->
            keys.create(
                owner(),
                new KeyWish(name == null ? "" : name, Scope.of(scopes), Duration.ofDays(days)),
                language.get()));
  }

  /**
   * @param overlap how long the present key stays good, in hours
   */
  public void rotate(UUID id, long overlap) throws IOException {
    show(() -> keys.rotate(owner(), id, Duration.ofHours(overlap), KeyWish.LIFE, language.get()));
  }

  public void revoke(ApiKey key) throws IOException {
    then(
        () -> {
          keys.revoke(owner(), key.id());
          notices.done("keys.revoked", key.name());
        });
  }

  /** The key is on the page that follows, and never again. */
  private void show(Supplier<MadeKey> step) throws IOException {
    then(() -> notices.leave(MADE + page(), step.get().text()));
  }

  private void then(Runnable step) throws IOException {
    try {
      step.run();
      var external = FacesContext.getCurrentInstance().getExternalContext();
      external.redirect(external.getRequestContextPath() + page());
    } catch (ProblemException e) {
      notices.problem(e);
    }
  }

  /** The whole key, right after it was made; else null. */
  public @Nullable String getMade() {
    if (made == null) {
      made = notices.take(MADE + page(), String.class).orElse(null);
    }
    return made;
  }

  public List<Long> getLives() {
    return DAYS;
  }

  public List<Long> getOverlaps() {
    return OVERLAPS;
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public List<String> getScopes() {
    return scopes;
  }

  public void setScopes(List<String> scopes) {
    this.scopes = List.copyOf(scopes);
  }

  public long getDays() {
    return days;
  }

  public void setDays(long days) {
    this.days = days;
  }
}
