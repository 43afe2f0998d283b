package com.movierecap.api.identity;

import com.movierecap.api.RequestLanguage;
import com.movierecap.api.Required;
import com.movierecap.identity.account.OwnAddress;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where an address turns out to be somebody's own: whoever has the link needs no token. */
@Path("/api/account/email/confirm")
@RequestScoped
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "account")
public class AddressResource {
  @Inject private OwnAddress address;
  @Inject private RequestLanguage words;

  public record Confirmation(@Nullable String token) {}

  @POST
  @Operation(
      operationId = "confirmAddress",
      summary = "Show that the new address is one's own",
      description =
          "token is the one in the mail's link. From here on it is the account's address.")
  public void confirm(Confirmation body) {
    AuthResource.mustHaveTenant();
    address.confirm(Required.of(body.token(), "token"), words.language());
  }
}
