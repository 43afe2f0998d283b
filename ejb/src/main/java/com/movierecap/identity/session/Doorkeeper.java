package com.movierecap.identity.session;

import com.movierecap.access.CallContext;
import com.movierecap.access.OpenTo;
import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditService;
import com.movierecap.identity.Account;
import com.movierecap.identity.Accounts;
import com.movierecap.identity.EmailAddress;
import com.movierecap.identity.Guesses;
import com.movierecap.identity.Passwords;
import com.movierecap.identity.Tried;
import com.movierecap.identity.factor.Ceremony;
import com.movierecap.identity.factor.Passkeys;
import com.movierecap.identity.factor.RememberedDevices;
import com.movierecap.identity.factor.SecondFactors;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what people of the bound tenant show at the door, as often as {@link Guesses} allows.
 * Holds no transaction, and with it no connection, while somebody waits for their turn.
 */
@ApplicationScoped
@OpenTo(OpenTo.EVERYBODY)
public class Doorkeeper {
  private static final int DOORS = 64;

  /**
   * One person's passwords are looked at in turn: otherwise as many right ones at once, as programs
   * send them, would be taken for guesses.
   */
  private final Lock[] doors =
      Stream.generate(ReentrantLock::new).limit(DOORS).toArray(Lock[]::new);

  @Inject private Guesses guesses;
  @Inject private Accounts accounts;
  @Inject private Passwords passwords;
  @Inject private SignIns signIns;
  @Inject private SecondFactors factors;
  @Inject private Passkeys passkeys;
  @Inject private RememberedDevices devices;
  @Inject private AuditService audit;

  /**
   * The first half of signing in: the same work is done where there is no such account.
   *
   * @throws ProblemException where address or password is wrong, or too many were
   */
  public Account recognise(String email, char[] password) {
    var door = door(email);
    door.lock();
    try {
      return guesses.prove(
          Tried.PASSWORD,
          email,
          () -> passwords.prove(email, password),
          () -> {
            audit.refused(AuditAction.SIGN_IN, EmailAddress.shown(email));
            return new ProblemException(ProblemType.WRONG_CREDENTIALS);
          });
    } finally {
      door.unlock();
    }
  }

  /** As {@link SignIns#enter}. */
  public Entrance enter(UUID id, @Nullable String otp, @Nullable String device) {
    return signIns.enter(id, otp, device);
  }

  /**
   * As {@link SignIns#enterByPasskey}, for whoever shows nothing else.
   *
   * @throws ProblemException also where the tenant's people come in by its provider only
   */
  public Entrance enterByPasskeyAlone(UUID claimed, Ceremony ceremony, String answer) {
    accounts.mustTakeProofs();
    return signIns.enterByPasskey(claimed, ceremony, answer);
  }

  /** As {@link SignIns#enterByPasskey}, for whoever was recognised a moment ago. */
  public Entrance enterByPasskey(UUID claimed, Ceremony ceremony, String answer) {
    return signIns.enterByPasskey(claimed, ceremony, answer);
  }

  /** As {@link Passkeys#ask}. */
  public String ask(UUID account, Ceremony ceremony) {
    return passkeys.ask(account, ceremony);
  }

  /** Whether an account has a program for codes. */
  public boolean makesCodes(UUID account) {
    return factors.status(account).hasProgram();
  }

  /** As {@link Passkeys#hasAt}. */
  public boolean hasPasskey(UUID account, String host) {
    return passkeys.hasAt(account, host);
  }

  /**
   * As {@link RememberedDevices#remember}.
   *
   * @param entrance of somebody who has just shown their second factor
   */
  public String remember(Entrance entrance) {
    return devices.remember(entrance.account());
  }

  /**
   * As {@link SignIns#refresh}.
   *
   * @throws ProblemException where the token is unknown, used, expired or revoked
   */
  public Session refresh(String refreshToken) {
    return signIns
        .refresh(refreshToken)
        .orElseThrow(
            () -> guesses.opensNothing(Tried.REFRESH_TOKEN, ProblemType.REFRESH_TOKEN_REFUSED));
  }

  private Lock door(String email) {
    int person = Objects.hash(CallContext.requiredTenant(), email.strip().toLowerCase(Locale.ROOT));
    return doors[Math.floorMod(person, DOORS)];
  }
}
