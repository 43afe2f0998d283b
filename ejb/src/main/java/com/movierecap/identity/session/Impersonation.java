package com.movierecap.identity.session;

import com.movierecap.access.Origin;
import com.movierecap.identity.Account;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The operator who is in somebody's place, and why. It lasts half an hour at most, and no longer
 * than the operator's own sign-in.
 */
@Embeddable
public class Impersonation {
  static final Duration LONGEST = Duration.ofMinutes(30);

  private static final int SHORTEST_REASON = 10;
  private static final int LONGEST_REASON = 500;

  @Column(name = "operator_id")
  private @Nullable UUID operatorId;

  @Column(name = "operator_tenant_id")
  private @Nullable UUID operatorTenantId;

  @Column(name = "operator_sign_in_id")
  private @Nullable UUID operatorSignInId;

  private @Nullable String operator;
  private @Nullable String reason;

  protected Impersonation() {}

  /**
   * @param operator who asks, as an operator
   * @param signIn the operator's own
   * @throws ProblemException where the reason says nothing
   */
  Impersonation(Origin operator, UUID signIn, @Nullable String reason) {
    this.operatorId = Objects.requireNonNull(operator.account());
    this.operatorTenantId = Objects.requireNonNull(operator.tenant());
    this.operatorSignInId = signIn;
    this.operator = operator.name();
    this.reason = saying(reason);
  }

  private static String saying(@Nullable String text) {
    var plain = text == null ? "" : text.replaceAll("\\p{Cntrl}", " ").strip();
    if (plain.length() < SHORTEST_REASON || plain.length() > LONGEST_REASON) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST, "reason: " + SHORTEST_REASON + "–" + LONGEST_REASON);
    }
    return plain;
  }

  /** The operator's address. */
  public String operator() {
    return Objects.requireNonNull(operator);
  }

  public String reason() {
    return Objects.requireNonNull(reason);
  }

  public UUID operatorId() {
    return Objects.requireNonNull(operatorId);
  }

  public UUID operatorTenantId() {
    return Objects.requireNonNull(operatorTenantId);
  }

  UUID operatorSignInId() {
    return Objects.requireNonNull(operatorSignInId);
  }

  /** The request at hand as the operator's, in the place of that person. */
  Origin origin(Account person) {
    return Origin.current()
        .as(operatorId(), operatorTenantId(), operator())
        .inPlaceOf(person.email());
  }
}
