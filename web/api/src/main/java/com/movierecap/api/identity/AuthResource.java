package com.movierecap.api.identity;

import com.movierecap.access.CallContext;
import com.movierecap.api.Required;
import com.movierecap.api.security.AccessTokens;
import com.movierecap.identity.HashedPassword;
import com.movierecap.identity.people.Invitations;
import com.movierecap.identity.session.RefreshTokens;
import com.movierecap.identity.session.Session;
import com.movierecap.identity.session.SignInResult.SecondFactorNeeded;
import com.movierecap.identity.session.SignInService;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.tenancy.Tenant;
import com.movierecap.tenancy.TenantDirectory;
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

/** Signing in and out. */
@Path("/api/auth")
@RequestScoped
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "auth")
public class AuthResource {
  @Inject private SignInService signIn;
  @Inject private RefreshTokens refreshTokens;
  @Inject private Invitations invitations;
  @Inject private TenantDirectory tenants;
  @Inject private AccessTokens tokens;

  public record Credentials(String email, String password, @Nullable String otp) {}

  public record Refresh(String refreshToken) {}

  public record Tokens(String accessToken, String refreshToken, String tokenType, int expiresIn) {
    static Tokens of(Session session, AccessTokens tokens) {
      return new Tokens(
          tokens.issue(session), session.refreshToken(), "Bearer", AccessTokens.SECONDS);
    }
  }

  @POST
  @Path("login")
  @Operation(
      operationId = "login",
      summary = "Sign in to the tenant named by host, header or path",
      description =
          "otp is a code of the account's second factor, or one of its recovery codes. Where the"
              + " tenant asks for a second factor and the account has none, the tokens open"
              + " nothing but /api/auth/factor until it has.")
  public Tokens login(Credentials credentials) {
    var email = Required.of(credentials.email(), "email");
    var password = Required.of(credentials.password(), "password").toCharArray();
    if (CallContext.tenant().isPresent()) {
      return signIn(email, password, credentials.otp());
    }
    return loginOfOperator(email, password, credentials.otp());
  }

  private Tokens signIn(String email, char[] password, @Nullable String otp) {
    var result = signIn.password(email, password);
    if (result instanceof SecondFactorNeeded needed) {
      result = signIn.code(needed, otp);
    }
    return pair(refreshTokens.issue(result.orElseThrow()));
  }

  /** Whoever names no tenant can only be one of ours; everybody else is told to name theirs. */
  private Tokens loginOfOperator(String email, char[] password, @Nullable String otp) {
    var platform = tenants.find(Tenant.PLATFORM).orElseThrow();
    return CallContext.in(platform.id())
        .get(
            () -> {
              try {
                return signIn(email, password, otp);
              } catch (ProblemException e) {
                throw e.type() == ProblemType.WRONG_CREDENTIALS
                    ? new ProblemException(ProblemType.TENANT_REQUIRED)
                    : e;
              }
            });
  }

  private Tokens pair(Session session) {
    return Tokens.of(session, tokens);
  }

  public record Acceptance(String token, String displayName, String password) {}

  @POST
  @Path("invitations")
  @Operation(
      operationId = "acceptInvitation",
      summary = "Take up an invitation: choose a name and a password, and be signed in")
  public Tokens accept(Acceptance body) {
    mustHaveTenant();
    var password = Required.of(body.password(), "password").toCharArray();
    var token = Required.of(body.token(), "token");
    var name = Required.of(body.displayName(), "display_name");
    // before the work of hashing a password for it
    invitations.get(token);
    var invited = invitations.accept(token, name, HashedPassword.of(password));
    return pair(refreshTokens.issue(invited));
  }

  @POST
  @Path("refresh")
  @Operation(
      operationId = "refresh",
      summary = "Trade a refresh token for a new pair; a used one ends its whole sign-in",
      description =
          "A sign-in that began without a second factor ends here once the account has one, unless"
              + " it is the one that confirmed it; where the tenant asks for one and there is"
              + " none, the new tokens open nothing but /api/auth/factor.")
  public Tokens refresh(Refresh body) {
    mustHaveTenant();
    return pair(refreshTokens.rotate(Required.of(body.refreshToken(), "refresh_token")));
  }

  @POST
  @Path("logout")
  @Operation(operationId = "logout", summary = "End a sign-in")
  public void logout(Refresh body) {
    mustHaveTenant();
    refreshTokens.signOut(Required.of(body.refreshToken(), "refresh_token"));
  }

  static void mustHaveTenant() {
    if (CallContext.tenant().isEmpty()) {
      throw new ProblemException(ProblemType.TENANT_REQUIRED);
    }
  }
}
