package com.movierecap.portal.key;

import com.movierecap.identity.key.ApiKey;
import com.movierecap.identity.key.ApiKeyRequest;
import com.movierecap.identity.key.ApiKeys;
import com.movierecap.identity.key.IssuedApiKey;
import com.movierecap.identity.key.Scope;
import com.movierecap.kernel.ProblemException;
import com.movierecap.portal.error.Notices;
import com.movierecap.portal.language.ActiveLanguage;
import com.movierecap.portal.page.Next;
import com.movierecap.portal.page.Once;
import com.movierecap.portal.page.Steps;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
  @Inject private Steps steps;
  @Inject private ActiveLanguage language;

  @Inject private Clock clock;
  private final Once<List<ApiKey>> all = new Once<>(() -> keys.list(owner()));
  private final Once<Optional<String>> made = new Once<>(() -> notices.take(left(), String.class));
  private @Nullable String name;
  private List<String> scopes = List.of(Scope.READ.slug());
  private long days = ApiKeyRequest.LIFE.toDays();

  /**
   * Whose keys they are.
   *
   * @throws ProblemException where the reader may not look after them
   */
  abstract UUID owner();

  /** The page that they are on. */
  abstract Next page();

  /** Those that the owner's role can give away. */
  public abstract List<Scope> getPossible();

  public List<ApiKey> getAll() {
    return all.get();
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
                new ApiKeyRequest(
                    name == null ? "" : name, Scope.of(scopes), Duration.ofDays(days)),
                language.get()));
  }

  /**
   * @param overlap how long the present key stays good, in hours
   */
  public void rotate(UUID id, long overlap) throws IOException {
    show(
        () ->
            keys.rotate(
                owner(), id, Duration.ofHours(overlap), ApiKeyRequest.LIFE, language.get()));
  }

  public void revoke(ApiKey key) throws IOException {
    steps.take(
        () -> {
          keys.revoke(owner(), key.id());
          return page().saying("keys.revoked", key.name());
        });
  }

  /** The key is on the page that follows, and never again. */
  private void show(Supplier<IssuedApiKey> step) throws IOException {
    steps.take(
        () -> {
          notices.leave(left(), step.get().text());
          return page();
        });
  }

  /** The name under which a key is left for the page that follows. */
  private String left() {
    return MADE + page().page();
  }

  /** The whole key, right after it was made; else null. */
  public @Nullable String getMade() {
    return made.get().orElse(null);
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
