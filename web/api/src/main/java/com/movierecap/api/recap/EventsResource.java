package com.movierecap.api.recap;

import com.movierecap.access.Role;
import com.movierecap.api.Responses;
import com.movierecap.jobs.JobProgress;
import com.movierecap.recap.RecapService;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far a recap is, as it happens. */
@Path("/api/recaps/{id}/events")
@RequestScoped
@RolesAllowed(Role.VIEW)
@Tag(name = "recaps")
public class EventsResource {
  @Inject private RecapService recaps;
  @Inject private JobProgress progress;

  @Resource private ManagedScheduledExecutorService scheduler;

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      operationId = "watchRecap",
      summary = "Events stage, progress and, as the last one, done")
  public void watch(@PathParam("id") String text, @Context SseEventSink sink, @Context Sse sse) {
    var id = Responses.id(text);
    recaps.get(id);
    new RecapEvents(id, recaps, sink, sse).start(progress, scheduler);
  }
}
