package com.movierecap.api.status;

import com.movierecap.redis.RedisChannels;
import com.movierecap.storage.S3ObjectStore;
import com.movierecap.tenancy.TenantService;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether the service and what it leans on are there: 200, or 503 with the failing check named. */
@Path("/health")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "status")
public class HealthResource {
  private static final Logger LOG = Logger.getLogger(HealthResource.class.getName());

  @Inject private TenantService tenants;
  @Inject private RedisChannels redis;
  @Inject private S3ObjectStore store;

  public record Check(String name, String status) {}

  public record Health(String status, List<Check> checks) {}

  @FunctionalInterface
  private interface Probe {
    void run() throws Exception;
  }

  @GET
  @Operation(operationId = "getHealth", summary = "All checks")
  @APIResponseSchema(Health.class)
  public Response all() {
    return answer(database(), redis(), objects());
  }

  @GET
  @Path("live")
  @Operation(operationId = "getLiveness", summary = "The process answers")
  @APIResponseSchema(Health.class)
  public Response live() {
    return answer(new Check("live", "UP"));
  }

  @GET
  @Path("started")
  @Operation(operationId = "getStartup", summary = "The application has started")
  @APIResponseSchema(Health.class)
  public Response started() {
    return answer(new Check("started", "UP"));
  }

  @GET
  @Path("ready")
  @Operation(operationId = "getReadiness", summary = "Requests can be served")
  @APIResponseSchema(Health.class)
  public Response ready() {
    return answer(database(), objects());
  }

  @GET
  @Path("db")
  @Operation(operationId = "getDatabaseHealth", summary = "PostgreSQL answers")
  @APIResponseSchema(Health.class)
  public Response db() {
    return answer(database());
  }

  @GET
  @Path("redis")
  @Operation(operationId = "getRedisHealth", summary = "Redis answers")
  @APIResponseSchema(Health.class)
  public Response redisAlone() {
    return answer(redis());
  }

  @GET
  @Path("dependencies")
  @Operation(
      operationId = "getDependenciesHealth",
      summary = "Everything the service leans on answers")
  @APIResponseSchema(Health.class)
  public Response dependencies() {
    return answer(database(), redis(), objects());
  }

  private Check database() {
    return check("db", tenants::check);
  }

  private Check redis() {
    return check("redis", redis::check);
  }

  private Check objects() {
    return check("objects", store::check);
  }

  private static Check check(String name, Probe probe) {
    try {
      probe.run();
      return new Check(name, "UP");
    } catch (Exception e) {
      LOG.log(Level.WARNING, "health: " + name + " is down", e);
      return new Check(name, "DOWN");
    }
  }

  private static Response answer(Check... checks) {
    var all = List.of(checks);
    var up = all.stream().allMatch(c -> c.status().equals("UP"));
    return Response.status(up ? 200 : 503)
        .entity(new Health(up ? "UP" : "DOWN", all))
        .header("Cache-Control", "no-store")
        .build();
  }
}
