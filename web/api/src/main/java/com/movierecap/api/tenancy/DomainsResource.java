package com.movierecap.api.tenancy;

import com.movierecap.access.Role;
import com.movierecap.api.Responses;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.tenancy.DomainProofs;
import com.movierecap.tenancy.TenantDomain;
import com.movierecap.tenancy.TenantDomains;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The tenant's own host names. */
@Path("/api/domains")
@RequestScoped
@RolesAllowed(Role.ADMINISTER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "domains")
public class DomainsResource {
  @Inject private TenantDomains domains;
  @Inject private DomainProofs proofs;

  public record Claim(@Nullable String domain) {}

  /**
   * @param recordName where DNS must show {@code recordValue} as TXT
   * @param verifiedAt null until the name is proven
   */
  @Schema(name = "Domain")
  public record View(
      UUID id,
      String domain,
      String recordName,
      String recordValue,
      String createdAt,
      @Nullable String verifiedAt) {
    static View of(TenantDomain domain) {
      var verified = domain.verifiedAt();
      return new View(
          domain.id(),
          domain.domain(),
          domain.recordName(),
          domain.recordValue(),
          domain.createdAt().toString(),
          verified == null ? null : verified.toString());
    }
  }

  public record Listing(List<View> items) {}

  @GET
  @Operation(operationId = "listDomains", summary = "List this organisation's host names")
  public Listing list() {
    return new Listing(domains.list().stream().map(View::of).toList());
  }

  @POST
  @Operation(
      operationId = "claimDomain",
      summary = "Claim a host name; the answer says what DNS must show")
  @APIResponseSchema(value = View.class, responseCode = "201")
  public Response claim(Claim claim) {
    if (claim.domain() == null) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "domain");
    }
    var domain = domains.claim(claim.domain());
    return Response.created(URI.create("/api/domains/" + domain.id()))
        .entity(View.of(domain))
        .build();
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getDomain", summary = "One host name")
  public View get(@PathParam("id") String id) {
    return View.of(domains.get(Responses.id(id)));
  }

  @POST
  @Path("{id}/verify")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "verifyDomain",
      summary = "Look into DNS whether the name is this organisation's")
  public View verify(@PathParam("id") String id) {
    return View.of(proofs.verify(Responses.id(id)));
  }

  @DELETE
  @Path("{id}")
  @Consumes(MediaType.WILDCARD)
  @Operation(operationId = "releaseDomain", summary = "Give a host name back")
  public void release(@PathParam("id") String id) {
    domains.release(Responses.id(id));
  }
}
