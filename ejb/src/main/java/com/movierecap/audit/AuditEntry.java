package com.movierecap.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.movierecap.json.Json;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log as it is read.
 *
 * @param tenant whose log it stands in
 * @param actorId the account that acted, or null for somebody unknown and for the service itself
 * @param actorTenant whose account that was
 * @param subject what was acted on: an id, an address, a name
 * @param done false where it was refused
 * @param address IP address, or null
 * @param request id of the request, or null
 * @param before the setting as it was, as JSON, or null
 * @param after the setting as it is since then, as JSON, or null
 */
public record AuditEntry(
    UUID id,
    UUID tenant,
    Instant occurredAt,
    @Nullable UUID actorId,
    @Nullable UUID actorTenant,
    String actor,
    AuditAction action,
    String subject,
    boolean done,
    @Nullable String address,
    @Nullable String request,
    @Nullable String before,
    @Nullable String after) {
  static final String DONE = "DONE";
  static final String REFUSED = "REFUSED";

  /** What the subject is called, as the log keeps it, so that it is known when it is gone. */
  public Optional<String> title() {
    return Stream.of(after, before)
        .filter(Objects::nonNull)
        .map(kept -> Json.parse(kept, JsonNode.class).path("title").asText(""))
        .filter(title -> !title.isEmpty())
        .findFirst();
  }

  /** For machines: {@code done} or {@code refused}. */
  public String outcome() {
    return done ? "done" : "refused";
  }
}
