package com.movierecap.portal.people;

import com.movierecap.access.Role;
import com.movierecap.i18n.Language;
import com.movierecap.identity.Invitation;
import com.movierecap.identity.people.Invitations;
import com.movierecap.portal.language.ActiveLanguage;
import com.movierecap.portal.page.Once;
import com.movierecap.portal.session.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom the organisation has asked in, and who is asked next. */
@Named("invitations")
@RequestScoped
public class InvitationsForm {
  @Inject private Invitations invitations;
  @Inject private SignedIn signedIn;
  @Inject private ActiveLanguage language;
  @Inject private PeopleSteps steps;

  @Inject private Clock clock;
  private @Nullable String email;
  private String role = Role.VIEWER.slug();
  private @Nullable String tag;
  private final Once<List<Invitation>> all = new Once<>(this::list);

  public List<Invitation> getAll() {
    return all.get();
  }

  private List<Invitation> list() {
    steps.mustAdminister();
    return invitations.list();
  }

  public boolean isOpen(Invitation invitation) {
    return invitation.isOpen(Instant.now(clock));
  }

  public void invite() throws IOException {
    var address = email == null ? "" : email;
    var reads = Language.of(getTag()).orElse(language.get());
    steps.take(
        "people.invited",
        address,
        () ->
            invitations.create(
                address, Role.ofTenants(role), reads, signedIn.required().account()));
  }

  public void resend(Invitation invitation) throws IOException {
    steps.take(
        "people.resent",
        invitation.email(),
        () -> invitations.resend(invitation.id(), signedIn.required().account()));
  }

  public void withdraw(Invitation invitation) throws IOException {
    steps.take("people.withdrawn", invitation.email(), () -> invitations.withdraw(invitation.id()));
  }

  public @Nullable String getEmail() {
    return email;
  }

  public void setEmail(@Nullable String email) {
    this.email = email;
  }

  public String getRole() {
    return role;
  }

  public void setRole(String role) {
    this.role = role;
  }

  public String getTag() {
    return tag == null ? language.getTag() : tag;
  }

  public void setTag(@Nullable String tag) {
    this.tag = tag;
  }
}
