package com.movierecap.portal.session;

import com.movierecap.access.Role;
import com.movierecap.identity.session.SignIn;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.tenancy.TenantRef;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who this session belongs to, from sign-in until sign-out. The container's principal is the
 * account's id alone; the tenant it counts in is here.
 */
@Named("signedIn")
@SessionScoped
public class SignedIn implements Serializable {
  /** One account of one tenant. */
  public record Who(
      UUID tenant,
      String tenantSlug,
      String tenantName,
      UUID account,
      String email,
      String displayName,
      Role role)
      implements Serializable {}

  /**
   * An operator in somebody's place, whose browser this is.
   *
   * @param own until when they may be here as themself
   * @param until when that is over
   */
  public record Operator(Who who, UUID signIn, Instant own, Instant until)
      implements Serializable {}

  private @Nullable Who who;
  private @Nullable UUID signIn;
  private Instant until = Instant.MAX;
  private @Nullable Operator operator;

  void as(TenantRef tenant, SignIn begun) {
    var account = begun.account();
    operator =
        begun.impersonation().isPresent()
            ? new Operator(required(), signIn(), until, earlier(until, begun.expiresAt()))
            : null;
    until = operator == null ? begun.expiresAt() : operator.until();
    signIn = begun.id();
    who =
        new Who(
            tenant.id(),
            tenant.slug(),
            tenant.displayName(),
            account.id(),
            account.email(),
            account.displayName(),
            account.role());
  }

  /** From here on, until they sign out. */
  public void isCalled(String displayName) {
    var now = required();
    who =
        new Who(
            now.tenant(),
            now.tenantSlug(),
            now.tenantName(),
            now.account(),
            now.email(),
            displayName,
            now.role());
  }

  /** Makes it the operator's own again. */
  void asOperator(Operator known) {
    who = known.who();
    signIn = known.signIn();
    until = known.own();
    operator = null;
  }

  /** When this is over at the latest. */
  Instant until() {
    return until;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** Empty where people are here themselves. */
  public Optional<Operator> operator() {
    return Optional.ofNullable(operator);
  }

  /** For pages: null where people are here themselves. */
  public @Nullable Operator getOperator() {
    return operator;
  }

  public Optional<Who> who() {
    return Optional.ofNullable(who);
  }

  /**
   * The sign-in that this session is.
   *
   * @throws ProblemException where nobody is signed in
   */
  public UUID signIn() {
    var known = signIn;
    if (known == null) {
      throw new ProblemException(ProblemType.SIGN_IN_REQUIRED);
    }
    return known;
  }

  /** For pages: null where nobody is signed in. */
  public @Nullable Who getWho() {
    return who;
  }

  /**
   * @throws ProblemException where nobody is signed in
   */
  public Who required() {
    return who().orElseThrow(() -> new ProblemException(ProblemType.SIGN_IN_REQUIRED));
  }
}
