package com.movierecap.api.recap;

import com.movierecap.access.Role;
import com.movierecap.api.FileQuery;
import com.movierecap.api.Responses;
import com.movierecap.recap.TenantWatermark;
import com.movierecap.recap.TenantWatermarks;
import com.movierecap.recap.WatermarkChange;
import com.movierecap.recap.WatermarkIntake;
import com.movierecap.recap.WatermarkPicture;
import com.movierecap.storage.S3ObjectStore;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The picture that the tenant has laid over its recaps. */
@Path("/api/watermark")
@RequestScoped
@RolesAllowed(Role.ADMINISTER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "watermark")
public class WatermarkResource {
  private static final String PNG = "image/png";

  @Inject private TenantWatermarks watermarks;
  @Inject private WatermarkIntake intake;
  @Inject private S3ObjectStore store;

  /**
   * Where it lies.
   *
   * @param corner {@code top-left top-right bottom-left bottom-right}; null leaves it there
   * @param opacity 0.1 to 1, times the picture's own; null leaves it
   */
  public record Placement(@Nullable String corner, @Nullable Double opacity) {}

  /**
   * @param width of the picture, in pixels
   * @param height of the picture, in pixels
   * @param picture where it can be had
   */
  @Schema(name = "Watermark")
  public record View(
      String corner,
      double opacity,
      int width,
      int height,
      long pictureBytes,
      String picture,
      String changedAt) {
    static View of(TenantWatermark mark) {
      return new View(
          mark.corner().label(),
          mark.opacity(),
          mark.width(),
          mark.height(),
          mark.pictureBytes(),
          "/api/watermark/watermark.png",
          mark.changedAt().toString());
    }
  }

  @GET
  @RolesAllowed(Role.VIEW)
  @Operation(operationId = "getWatermark", summary = "This organisation's watermark")
  @APIResponseSchema(View.class)
  public Response get() {
    return answer(watermarks.get());
  }

  @GET
  @Path("watermark.png")
  @RolesAllowed(Role.VIEW)
  @Produces(MediaType.WILDCARD)
  @Operation(operationId = "getWatermarkPicture", summary = "The watermark's picture")
  public Response picture(@BeanParam FileQuery file) {
    return Responses.file(store.open(watermarks.picture(), file.wanted()), PNG);
  }

  @PUT
  @Consumes(PNG)
  @Operation(
      operationId = "setWatermark",
      summary = "Have a PNG laid over every recap rendered from now on")
  @APIResponseSchema(View.class)
  public Response set(
      @RequestBody(
              content =
                  @Content(
                      mediaType = PNG,
                      schema = @Schema(type = SchemaType.STRING, format = "binary")))
          InputStream picture,
      @QueryParam("corner") @Nullable String corner,
      @QueryParam("opacity") @Nullable Double opacity,
      @HeaderParam("If-Match") @Nullable String ifMatch)
      throws IOException {
    var change = WatermarkChange.of(WatermarkPicture.read(picture), corner, opacity);
    return answer(intake.take(change, Responses.version(ifMatch)));
  }

  @PUT
  @Path("placement")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "placeWatermark", summary = "Say where the watermark lies")
  @APIResponseSchema(View.class)
  public Response place(Placement placement, @HeaderParam("If-Match") @Nullable String ifMatch)
      throws IOException {
    var change = WatermarkChange.of(null, placement.corner(), placement.opacity());
    return answer(intake.take(change, Responses.version(ifMatch)));
  }

  @DELETE
  @Operation(
      operationId = "removeWatermark",
      summary = "Have no watermark on recaps rendered from now on")
  public void remove(@HeaderParam("If-Match") @Nullable String ifMatch) {
    watermarks.remove(Responses.version(ifMatch));
  }

  private static Response answer(TenantWatermark mark) {
    return Response.ok(View.of(mark)).tag(Responses.tag(mark.version())).build();
  }
}
