package com.movierecap.api.identity;

import com.movierecap.access.Role;
import com.movierecap.api.Paging;
import com.movierecap.api.Responses;
import com.movierecap.api.security.Caller;
import com.movierecap.api.security.PeopleOnly;
import com.movierecap.identity.Account;
import com.movierecap.identity.people.People;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The organisation's people, in its administrators' hands. */
@Path("/api/users")
@RequestScoped
@RolesAllowed(Role.ADMINISTER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "people")
public class PeopleResource {
  @Inject private People people;
  @Inject private Caller caller;
  @Inject private Paging paging;

  /**
   * What is to be changed; what is left out stays.
   *
   * @param role {@code viewer editor tenant-admin}
   * @param status {@code active disabled}
   */
  public record Change(@Nullable String role, @Nullable String status) {}

  /**
   * @param status {@code active disabled}
   * @param language what the person chose to read, or null
   */
  @Schema(name = "User")
  public record View(
      UUID id,
      String email,
      String displayName,
      String role,
      String status,
      @Nullable String language,
      boolean secondFactor,
      String createdAt) {}

  public record Listing(List<View> items, @Nullable String next) {}

  @GET
  @Operation(operationId = "listUsers", summary = "List this organisation's people, newest first")
  public Listing list(
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("after") @Nullable String after) {
    var page = people.list(paging.page(limit, after));
    var factored = people.withSecondFactor(page.items());
    return new Listing(
        page.items().stream().map(a -> view(a, factored.contains(a.id()))).toList(),
        paging.next(page));
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getUser", summary = "One person")
  @APIResponseSchema(View.class)
  public Response get(@PathParam("id") String id) {
    return answer(people.get(Responses.id(id)));
  }

  @PATCH
  @Path("{id}")
  @Operation(
      operationId = "changeUser",
      summary = "Give somebody another role, shut them out or let them in again",
      description =
          "Their sign-ins end when their role changes and when they are disabled. One active"
              + " administrator always stays.")
  @APIResponseSchema(View.class)
  public Response change(
      @PathParam("id") String id, Change change, @HeaderParam("If-Match") @Nullable String match) {
    var role = change.role() == null ? null : Role.ofTenants(change.role());
    return answer(
        people.change(Responses.id(id), role, status(change.status()), Responses.version(match)));
  }

  @POST
  @Path("{id}/reset-factor")
  @PeopleOnly
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "resetFactor",
      summary = "Take away the second factor of somebody who lost it and the recovery codes",
      description = "They are told by mail, and their sign-ins end. Nobody does it to themselves.")
  public void resetFactor(@PathParam("id") String id) {
    people.resetFactor(Responses.id(id), caller.id());
  }

  private Response answer(Account account) {
    var factored = people.withSecondFactor(List.of(account));
    return Response.ok(view(account, !factored.isEmpty()))
        .tag(Responses.tag(account.version()))
        .build();
  }

  private static View view(Account account, boolean secondFactor) {
    return new View(
        account.id(),
        account.email(),
        account.displayName(),
        account.role().slug(),
        account.status().name().toLowerCase(Locale.ROOT),
        account.locale().orElse(null),
        secondFactor,
        account.createdAt().toString());
  }

  static Account.@Nullable Status status(@Nullable String status) {
    try {
      return status == null ? null : Account.Status.valueOf(status.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "status: active disabled");
    }
  }
}
