package com.movierecap.portal.factor;

import com.movierecap.identity.account.OwnPasskeys;
import com.movierecap.identity.account.PresentPassword;
import com.movierecap.identity.factor.Passkey;
import com.movierecap.identity.factor.Passkeys;
import com.movierecap.portal.language.ActiveLanguage;
import com.movierecap.portal.page.Once;
import com.movierecap.portal.signin.PendingCeremony;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The reader's passkeys, one more, and one fewer. */
@Named("passkeys")
@RequestScoped
public class PasskeysForm {
  @Inject private Passkeys passkeys;
  @Inject private OwnPasskeys own;
  @Inject private PresentPassword proof;
  @Inject private FactorSteps steps;
  @Inject private ActiveLanguage language;

  private final Once<List<Passkey>> all = new Once<>(() -> passkeys.list(steps.account()));
  private @Nullable String name;
  private @Nullable String present;
  private @Nullable String answer;

  public List<Passkey> getAll() {
    return all.get();
  }

  /** Whether the reader has a password, without which none is made or removed. */
  public boolean isPossible() {
    return own.isPossible(steps.account());
  }

  /** The browser's part begins: it has a key made. */
  public void begin() {
    steps.stay(
        () -> {
          var ceremony = PendingCeremony.next();
          PendingCeremony.ask(
              ceremony, own.offer(proof.prove(steps.account(), password()), ceremony), true);
        });
  }

  /** Recovery codes, where there were none, are on the page that follows, and never again. */
  public void add() throws IOException {
    steps.show(
        "passkeys.added",
        () ->
            own.add(
                steps.account(),
                PendingCeremony.take(true),
                answer == null ? "" : answer,
                name,
                steps.signIn(),
                language.get()));
  }

  public void remove(UUID id) throws IOException {
    steps.take("passkeys.removed", () -> own.remove(proof.prove(steps.account(), password()), id));
  }

  private char[] password() {
    return (present == null ? "" : present).toCharArray();
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  /** Never written back into the page. */
  public @Nullable String getPresent() {
    return null;
  }

  public void setPresent(@Nullable String present) {
    this.present = present;
  }

  /** Nor is this. */
  public @Nullable String getAnswer() {
    return null;
  }

  public void setAnswer(@Nullable String answer) {
    this.answer = answer;
  }
}
