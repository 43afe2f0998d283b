package com.movierecap.mail;

import com.movierecap.access.CallContext;
import com.movierecap.access.TenantSessionListener;
import com.movierecap.crypto.SecretCipher;
import com.movierecap.i18n.Language;
import com.movierecap.jobs.Job;
import com.movierecap.json.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one person. Waits with its content closed, since that opens something; once it was
 * sent, or given up, there is no content any more.
 */
@Entity
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantSessionListener.PROPERTY)
public class Mail {
  /**
   * What the template is filled with.
   *
   * @param token by which the link opens, or null where there is no link
   * @param words behind the tenant's name
   */
  record Content(@Nullable String token, List<String> words) {
    byte[] closed(SecretCipher seal, UUID tenant, UUID mail) {
      return seal.close(Json.line(this).getBytes(StandardCharsets.UTF_8), place(tenant, mail));
    }
  }

  @Id private UUID id;

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  @JoinColumn(name = "job_id")
  private Job job;

  @Enumerated(EnumType.STRING)
  private MailKind kind;

  private String recipient;
  private String language;
  private byte @Nullable [] content;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "sent_at")
  private @Nullable Instant sentAt;

  protected Mail() {}

  Mail(
      UUID id,
      Job job,
      MailKind kind,
      String recipient,
      Language language,
      byte[] closedContent,
      Instant now) {
    this.id = id;
    this.job = job;
    this.kind = kind;
    this.recipient = recipient;
    this.language = language.tag();
    this.content = closedContent;
    this.createdAt = now;
  }

  UUID id() {
    return id;
  }

  MailKind kind() {
    return kind;
  }

  String recipient() {
    return recipient;
  }

  Language language() {
    return Language.of(language).orElse(Language.EN);
  }

  /** Empty once it was sent or given up. */
  Optional<Content> content(SecretCipher seal) {
    var closed = content;
    if (closed == null) {
      return Optional.empty();
    }
    var opened = seal.open(closed, place(CallContext.requiredTenant(), id));
    return Optional.of(Json.parse(new String(opened, StandardCharsets.UTF_8), Content.class));
  }

  void sent(Instant now) {
    sentAt = now;
    content = null;
  }

  void giveUp() {
    content = null;
  }

  private static String place(UUID tenant, UUID mail) {
    return tenant + "/mail/" + mail;
  }
}
