package com.movierecap.api.identity;

import com.movierecap.access.Role;
import com.movierecap.api.RecapApi;
import com.movierecap.api.RequestLanguage;
import com.movierecap.api.Required;
import com.movierecap.api.security.Caller;
import com.movierecap.api.security.PeopleOnly;
import com.movierecap.identity.Account;
import com.movierecap.identity.Accounts;
import com.movierecap.identity.HashedPassword;
import com.movierecap.identity.account.OwnAddress;
import com.movierecap.identity.account.OwnPassword;
import com.movierecap.identity.account.PresentPassword;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's own account. */
@Path("/api/account")
@RequestScoped
@RolesAllowed({Role.VIEW, Role.AUDIT})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = RecapApi.TOKEN)
@Tag(name = "account")
public class AccountResource {
  @Inject private Accounts accounts;
  @Inject private OwnPassword password;
  @Inject private PresentPassword present;
  @Inject private OwnAddress address;
  @Inject private Caller caller;
  @Inject private RequestLanguage words;

  /**
   * What is to be changed; what is left out stays.
   *
   * @param language BCP 47 tag
   */
  public record Profile(@Nullable String displayName, @Nullable String language) {}

  public record NewPassword(@Nullable String presentPassword, @Nullable String password) {}

  public record NewAddress(@Nullable String email, @Nullable String password) {}

  /**
   * @param email null for a service account, which has none
   */
  @Schema(name = "Account")
  public record View(
      UUID id,
      @Nullable String email,
      String displayName,
      String role,
      @Nullable String language,
      String createdAt) {
    static View of(Account account) {
      return new View(
          account.id(),
          account.findEmail().orElse(null),
          account.displayName(),
          account.role().slug(),
          account.locale().orElse(null),
          account.createdAt().toString());
    }
  }

  @GET
  @Operation(operationId = "getAccount", summary = "The caller's own account")
  public View get() {
    return View.of(accounts.get(caller.id()));
  }

  @PATCH
  @PeopleOnly
  @Operation(operationId = "changeAccount", summary = "Change one's name and language")
  public View change(Profile profile) {
    return View.of(
        accounts.describe(
            caller.id(), profile.displayName(), RequestLanguage.named(profile.language())));
  }

  @POST
  @Path("password")
  @PeopleOnly
  @Operation(
      operationId = "changePassword",
      summary = "Change one's password",
      description =
          "Every other sign-in ends, and the caller is told by mail. 8 to 128 characters of any"
              + " kind; refused where it is common, or the caller's own name or address.")
  public void changePassword(NewPassword body) {
    password.change(
        present.prove(
            caller.id(), Required.of(body.presentPassword(), "present_password").toCharArray()),
        HashedPassword.of(Required.of(body.password(), "password").toCharArray()),
        caller.signIn(),
        words.language());
  }

  @POST
  @Path("email")
  @PeopleOnly
  @Operation(
      operationId = "askForAddress",
      summary = "Ask for another address",
      description =
          "A link is sent there, and nothing changes until it is used, within a day. The answer is"
              + " the same where somebody has that address.")
  @APIResponse(responseCode = "202", description = "Accepted")
  public Response askForAddress(NewAddress body) {
    address.ask(
        present.prove(caller.id(), Required.of(body.password(), "password").toCharArray()),
        Required.of(body.email(), "email"),
        words.language());
    return Response.accepted().build();
  }
}
