package com.movierecap.api.identity;

import com.movierecap.access.Role;
import com.movierecap.api.RecapApi;
import com.movierecap.api.security.Caller;
import com.movierecap.api.security.PeopleOnly;
import com.movierecap.identity.account.OwnSecondFactor;
import com.movierecap.identity.factor.Enrolment;
import com.movierecap.identity.factor.FactorStatus;
import com.movierecap.identity.factor.SecondFactors;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's second factor: the one thing that is open to whoever still needs one. */
@Path("/api/auth/factor")
@RequestScoped
@PeopleOnly
@RolesAllowed({Role.VIEW, Role.AUDIT, Role.ENROL})
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = RecapApi.TOKEN)
@Tag(name = "auth")
public class FactorResource {
  @Inject private SecondFactors factors;
  @Inject private OwnSecondFactor own;
  @Inject private Caller caller;

  public record Code(@Nullable String otp) {}

  public record EnrolmentView(String secret, String otpauthUri) {
    static EnrolmentView of(Enrolment begun) {
      return new EnrolmentView(begun.secret(), begun.otpauthUri());
    }
  }

  public record RecoveryCodes(List<String> recoveryCodes) {}

  public record FactorView(
      boolean enrolled,
      boolean required,
      @Nullable String since,
      int passkeys,
      int recoveryCodesLeft) {
    static FactorView of(FactorStatus status) {
      return new FactorView(
          status.isEnrolled(),
          status.required(),
          status.since() == null ? null : status.since().toString(),
          status.passkeys(),
          status.recoveryCodesLeft());
    }
  }

  @GET
  @Operation(
      operationId = "getFactor",
      summary = "Whether the caller has a second factor, and whether the tenant asks for it")
  public FactorView status() {
    return FactorView.of(factors.status(caller.id()));
  }

  @POST
  @Operation(
      operationId = "beginFactor",
      summary = "Get a secret for a program that makes codes (RFC 6238)",
      description = "It counts for nothing until it is confirmed, within a quarter of an hour.")
  public EnrolmentView begin() {
    return EnrolmentView.of(factors.begin(caller.id()));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "replaceFactor",
      summary = "Get a new secret in place of the present one",
      description =
          "otp is a code of the present factor or a recovery code. The present factor counts until"
              + " the new one is confirmed.")
  public EnrolmentView replace(Code code) {
    return EnrolmentView.of(factors.replace(caller.id(), code.otp()));
  }

  @POST
  @Path("confirm")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "confirmFactor",
      summary = "Show a code of the new secret, which makes it the second factor",
      description =
          "The recovery codes are shown this once; each stands in for a code once. The caller's"
              + " refresh token then gives tokens for all that the role includes; every other"
              + " sign-in without a second factor ends when it is refreshed.")
  public RecoveryCodes confirm(Code code) {
    return new RecoveryCodes(own.confirm(caller.id(), caller.signIn(), code.otp()));
  }

  /** No {@code DELETE}, since the body of one means nothing to HTTP. */
  @POST
  @Path("remove")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "removeFactor",
      summary = "Do without a second factor from now on",
      description =
          "otp is a code of the factor or a recovery code. Refused while the tenant asks for a"
              + " second factor.")
  public void remove(Code code) {
    factors.remove(caller.id(), code.otp());
  }
}
