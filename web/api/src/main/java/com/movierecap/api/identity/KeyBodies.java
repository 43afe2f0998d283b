package com.movierecap.api.identity;

import com.movierecap.api.Required;
import com.movierecap.identity.key.ApiKey;
import com.movierecap.identity.key.ApiKeyRequest;
import com.movierecap.identity.key.ApiKeys;
import com.movierecap.identity.key.IssuedApiKey;
import com.movierecap.identity.key.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Keys as requests and answers have them, a person's and a service account's alike. */
final class KeyBodies {
  private KeyBodies() {}

  /**
   * @param scopes {@code read write admin}
   * @param expiresInDays 1–365, or 90 where it is left out
   */
  @Schema(name = "ApiKeyRequest")
  record Request(
      @Nullable String name, @Nullable List<String> scopes, @Nullable Integer expiresInDays) {
    ApiKeyRequest wish() {
      return new ApiKeyRequest(
          Required.of(name, "name"),
          Scope.of(scopes == null ? List.of() : scopes),
          days(expiresInDays));
    }
  }

  /**
   * @param overlapHours how long the present key is good beside the new one, 0–168, or 24 where it
   *     is left out
   * @param expiresInDays the new one's, 1–365, or 90 where it is left out
   */
  @Schema(name = "ApiKeyRotation")
  record Rotation(@Nullable Integer overlapHours, @Nullable Integer expiresInDays) {
    Duration overlap() {
      return overlapHours == null ? ApiKeys.OVERLAP : Duration.ofHours(overlapHours);
    }

    Duration life() {
      return days(expiresInDays);
    }
  }

  /**
   * @param prefix what the key begins with
   * @param usedAt when it was last used, to the minute, or null
   * @param replacedBy the id of the key that was made in its place, or null
   */
  @Schema(name = "ApiKey")
  record View(
      UUID id,
      String name,
      String prefix,
      List<String> scopes,
      String createdAt,
      String expiresAt,
      @Nullable String usedAt,
      boolean expired,
      @Nullable UUID replacedBy) {
    static View of(ApiKey key) {
      return new View(
          key.id(),
          key.name(),
          key.prefix(),
          key.scopes().stream().sorted().map(Scope::slug).toList(),
          key.createdAt().toString(),
          key.expiresAt().toString(),
          key.usedAt().map(Instant::toString).orElse(null),
          !key.isAlive(Instant.now(Clock.systemUTC())),
          key.replacedBy().orElse(null));
    }
  }

  @Schema(name = "ApiKeyListing")
  record Listing(List<View> items) {
    static Listing of(List<ApiKey> keys) {
      return new Listing(keys.stream().map(View::of).toList());
    }
  }

  /**
   * @param secret the whole key, this once
   */
  @Schema(name = "NewApiKey")
  record Made(View key, String secret) {
    static Made of(IssuedApiKey made) {
      return new Made(View.of(made.key()), made.text());
    }
  }

  private static Duration days(@Nullable Integer days) {
    return days == null ? ApiKeyRequest.LIFE : Duration.ofDays(days);
  }
}
