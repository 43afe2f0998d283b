package com.movierecap.api.identity;

import com.movierecap.access.Role;
import com.movierecap.api.Paging;
import com.movierecap.api.RecapApi;
import com.movierecap.api.Required;
import com.movierecap.api.Responses;
import com.movierecap.identity.Account;
import com.movierecap.identity.people.ServiceAccounts;
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
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Programs that work for the organisation. */
@Path("/api/service-accounts")
@RequestScoped
@RolesAllowed(Role.ADMINISTER)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = RecapApi.TOKEN)
@Tag(name = "keys")
public class ServiceAccountsResource {
  @Inject private ServiceAccounts services;
  @Inject private Paging paging;

  /**
   * @param role {@code viewer editor tenant-admin}
   */
  public record Request(@Nullable String name, @Nullable String role) {}

  /**
   * What is to be changed; what is left out stays.
   *
   * @param role {@code viewer editor tenant-admin}
   * @param status {@code active disabled}
   */
  public record Change(@Nullable String name, @Nullable String role, @Nullable String status) {}

  /**
   * @param status {@code active disabled}
   */
  @Schema(name = "ServiceAccount")
  public record View(UUID id, String name, String role, String status, String createdAt) {
    static View of(Account account) {
      return new View(
          account.id(),
          account.displayName(),
          account.role().slug(),
          account.status().name().toLowerCase(Locale.ROOT),
          account.createdAt().toString());
    }
  }

  public record Listing(List<View> items, @Nullable String next) {}

  @GET
  @Operation(operationId = "listServiceAccounts", summary = "List service accounts, newest first")
  public Listing list(
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("after") @Nullable String after) {
    var page = services.list(paging.page(limit, after));
    return new Listing(page.items().stream().map(View::of).toList(), paging.next(page));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createServiceAccount",
      summary = "Make an account for a program",
      description = "Nobody can sign in as one: it comes in by its API keys alone.")
  @APIResponseSchema(value = View.class, responseCode = "201")
  public Response create(Request wish) {
    var made = services.create(Required.of(wish.name(), "name"), Role.ofTenants(wish.role()));
    return Response.created(URI.create("/api/service-accounts/" + made.id()))
        .tag(Responses.tag(made.version()))
        .entity(View.of(made))
        .build();
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getServiceAccount", summary = "One service account")
  @APIResponseSchema(View.class)
  public Response get(@PathParam("id") String id) {
    return answer(services.get(Responses.id(id)));
  }

  @PATCH
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changeServiceAccount",
      summary = "Call a service account something else, give it another role, or shut it out",
      description = "Its keys open at once what it may do then, and nothing while it is disabled.")
  @APIResponseSchema(View.class)
  public Response change(
      @PathParam("id") String id, Change change, @HeaderParam("If-Match") @Nullable String match) {
    return answer(
        services.change(
            Responses.id(id),
            change.name(),
            change.role() == null ? null : Role.ofTenants(change.role()),
            PeopleResource.status(change.status()),
            Responses.version(match)));
  }

  private static Response answer(Account account) {
    return Response.ok(View.of(account)).tag(Responses.tag(account.version())).build();
  }
}
