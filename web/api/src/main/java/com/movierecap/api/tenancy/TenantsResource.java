package com.movierecap.api.tenancy;

import com.movierecap.access.Role;
import com.movierecap.api.Paging;
import com.movierecap.api.RequestLanguage;
import com.movierecap.api.Responses;
import com.movierecap.i18n.Language;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.tenancy.NewTenant;
import com.movierecap.tenancy.Tenant;
import com.movierecap.tenancy.Tenants;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Customers, as operators make, change and end them. */
@Path("/admin/tenants")
@RequestScoped
@RolesAllowed(Role.OPERATE)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operator")
public class TenantsResource {
  private static final int LONGEST_GRACE_DAYS = 365;

  @Inject private Tenants tenants;
  @Inject private Paging paging;

  /**
   * What a new tenant is; {@code admin_email} is invited by mail as its first administrator.
   *
   * @param adminLanguage what that person reads, as a BCP 47 tag; English where nobody says
   */
  public record Order(
      @Nullable String name,
      @Nullable String displayName,
      @Nullable String billingPlan,
      @Nullable String adminEmail,
      @Nullable String adminLanguage) {}

  /** What is to be changed; what is left out stays. */
  public record Change(@Nullable String name, @Nullable String displayName) {}

  public record Subscription(@Nullable String billingPlan) {}

  @POST
  @Operation(
      operationId = "createTenant",
      summary = "Make a tenant, and invite its first administrator by mail")
  @APIResponseSchema(value = TenantView.class, responseCode = "201")
  public Response create(Order order) {
    var name = required(order.name(), "name");
    var wish =
        new NewTenant(
            name,
            order.displayName() == null ? name : order.displayName(),
            order.billingPlan() == null ? "free" : order.billingPlan(),
            order.adminEmail(),
            Optional.ofNullable(RequestLanguage.named(order.adminLanguage())).orElse(Language.EN));
    var made = tenants.create(wish);
    return Response.created(URI.create("/admin/tenants/" + made.id()))
        .entity(TenantView.of(made))
        .tag(Responses.tag(made.version()))
        .build();
  }

  @GET
  @RolesAllowed({Role.OPERATE, Role.AUDIT})
  @Operation(
      operationId = "listTenants",
      summary = "List tenants, newest first, by part of a name and by status")
  public TenantView.Listing list(
      @QueryParam("search") @Nullable String search,
      @QueryParam("status") @Nullable String status,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("after") @Nullable String after) {
    var page = tenants.list(search, status(status), paging.page(limit, after));
    return new TenantView.Listing(
        page.items().stream().map(TenantView::of).toList(), paging.next(page));
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Role.OPERATE, Role.AUDIT})
  @Operation(operationId = "getTenant", summary = "One tenant")
  @APIResponseSchema(TenantView.class)
  public Response get(@PathParam("id") String id) {
    return answer(tenants.get(Responses.id(id)));
  }

  @PATCH
  @Path("{id}")
  @Operation(operationId = "changeTenant", summary = "Change a tenant's names")
  @APIResponseSchema(TenantView.class)
  public Response change(
      @PathParam("id") String id, Change change, @HeaderParam("If-Match") @Nullable String match) {
    return answer(
        tenants.change(
            Responses.id(id), change.name(), change.displayName(), null, Responses.version(match)));
  }

  @PUT
  @Path("{id}/plan")
  @Operation(operationId = "subscribeTenant", summary = "Put a tenant on another plan")
  @APIResponseSchema(TenantView.class)
  public Response subscribe(
      @PathParam("id") String id,
      Subscription wish,
      @HeaderParam("If-Match") @Nullable String match) {
    var plan = required(wish.billingPlan(), "billing_plan");
    return answer(tenants.subscribe(Responses.id(id), plan, Responses.version(match)));
  }

  @POST
  @Path("{id}/suspend")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "suspendTenant",
      summary = "Let a tenant do nothing more; it loses nothing")
  @APIResponseSchema(TenantView.class)
  public Response suspend(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String match) {
    return answer(tenants.suspend(Responses.id(id), Responses.version(match)));
  }

  @POST
  @Path("{id}/resume")
  @Consumes(MediaType.WILDCARD)
  @Operation(operationId = "resumeTenant", summary = "Let a suspended tenant work again")
  @APIResponseSchema(TenantView.class)
  public Response resume(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String match) {
    return answer(tenants.resume(Responses.id(id), Responses.version(match)));
  }

  @DELETE
  @Path("{id}")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "deleteTenant",
      summary = "End a tenant at once, and purge it after the days of grace")
  @APIResponseSchema(value = TenantView.class, responseCode = "202")
  public Response delete(
      @PathParam("id") String id,
      @QueryParam("grace_days") @Nullable Integer days,
      @HeaderParam("If-Match") @Nullable String match) {
    if (days != null && (days < 0 || days > LONGEST_GRACE_DAYS)) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST, "grace_days: 0–" + LONGEST_GRACE_DAYS);
    }
    var grace = days == null ? null : Duration.ofDays(days);
    var tenant = tenants.delete(Responses.id(id), grace, Responses.version(match));
    return Response.accepted(TenantView.of(tenant)).tag(Responses.tag(tenant.version())).build();
  }

  @POST
  @Path("{id}/restore")
  @Consumes(MediaType.WILDCARD)
  @Operation(operationId = "restoreTenant", summary = "Undo a deletion during its days of grace")
  @APIResponseSchema(TenantView.class)
  public Response restore(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String match) {
    return answer(tenants.restore(Responses.id(id), Responses.version(match)));
  }

  private static Response answer(Tenant tenant) {
    return Response.ok(TenantView.of(tenant)).tag(Responses.tag(tenant.version())).build();
  }

  private static Tenant.@Nullable Status status(@Nullable String status) {
    try {
      return status == null ? null : Tenant.Status.valueOf(status.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "status");
    }
  }

  private static String required(@Nullable String value, String name) {
    if (value == null) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, name);
    }
    return value;
  }
}
