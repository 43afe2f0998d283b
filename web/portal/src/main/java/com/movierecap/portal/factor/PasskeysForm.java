package com.movierecap.portal.factor;

import com.movierecap.identity.account.OwnPasskeys;
import com.movierecap.identity.account.PresentPassword;
import com.movierecap.identity.factor.Passkey;
import com.movierecap.identity.factor.Passkeys;
import com.movierecap.portal.language.ActiveLanguage;
import com.movierecap.portal.signin.BegunCeremony;
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
  @Inject private FactorPage page;
  @Inject private ActiveLanguage language;

  private @Nullable List<Passkey> all;
  private @Nullable String name;
  private @Nullable String present;
  private @Nullable String answer;

  public List<Passkey> getAll() {
    var known = all;
    if (known == null) {
      known = passkeys.list(page.account());
      all = known;
    }
    return known;
  }

  /** Whether the reader has a password, without which none is made or removed. */
  public boolean isPossible() {
    return own.isPossible(page.account());
  }

  /** The browser's part begins: it has a key made. */
  public void begin() {
    page.attempt(
        () -> {
          var ceremony = BegunCeremony.next();
          BegunCeremony.ask(
              ceremony, own.offer(proof.prove(page.account(), password()), ceremony), true);
        });
  }

  /** Recovery codes, where there were none, are on the page that follows, and never again. */
  public void add() throws IOException {
    page.then(
        () ->
            page.showOnce(
                "passkeys.added",
                own.add(
                    page.account(),
                    BegunCeremony.take(true),
                    answer == null ? "" : answer,
                    name,
                    page.signIn(),
                    language.get())));
  }

  public void remove(UUID id) throws IOException {
    page.then("passkeys.removed", () -> own.remove(proof.prove(page.account(), password()), id));
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
