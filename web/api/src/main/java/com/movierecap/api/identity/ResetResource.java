package com.movierecap.api.identity;

import com.movierecap.api.RequestLanguage;
import com.movierecap.api.Required;
import com.movierecap.identity.HashedPassword;
import com.movierecap.identity.account.LostPasswords;
import com.movierecap.identity.account.ResetRequests;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** For whoever has forgotten their password. */
@Path("/api/auth/reset")
@RequestScoped
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "auth")
public class ResetResource {
  @Inject private ResetRequests requests;
  @Inject private LostPasswords passwords;
  @Inject private RequestLanguage words;

  public record Forgotten(@Nullable String email) {}

  public record Chosen(@Nullable String token, @Nullable String password) {}

  @POST
  @Operation(
      operationId = "askForReset",
      summary = "Ask for a link to choose a new password",
      description =
          "The answer is the same whether there is such an account or not. The link is good once"
              + " and for half an hour.")
  @APIResponse(responseCode = "202", description = "Accepted")
  public Response ask(Forgotten body) {
    AuthResource.mustHaveTenant();
    requests.ask(Required.of(body.email(), "email"), words.language());
    return Response.accepted().build();
  }

  @POST
  @Path("confirm")
  @Operation(
      operationId = "confirmReset",
      summary = "Choose a new password by the link that was sent",
      description =
          "token is the one in the mail's link. All sign-ins of the account end; its second factor"
              + " stays.")
  public void confirm(Chosen body) {
    AuthResource.mustHaveTenant();
    var token = Required.of(body.token(), "token");
    var password = Required.of(body.password(), "password").toCharArray();
    passwords.mustOpen(token);
    passwords.choose(token, HashedPassword.of(password), words.language());
  }
}
