package com.movierecap.portal.audit;

import com.movierecap.audit.AuditAction;
import com.movierecap.audit.AuditEntry;
import com.movierecap.kernel.Page;
import com.movierecap.portal.language.ActiveLanguage;
import com.movierecap.portal.language.Text;
import com.movierecap.portal.page.Address;
import com.movierecap.portal.page.PagedList;
import com.movierecap.tenancy.TenantDirectory;
import com.movierecap.tenancy.TenantRef;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page of the log, newest first, by actor, action and days. */
@Named("auditPage")
@RequestScoped
public class AuditPage {
  private static final int LINES = 50;

  @Inject private AuditLog log;
  @Inject private TenantDirectory tenants;
  @Inject private HttpServletRequest request;
  @Inject private Text text;
  @Inject private ActiveLanguage language;

  private @Nullable String tenant;
  private @Nullable String actor;
  private @Nullable String action;
  private @Nullable String from;
  private @Nullable String to;
  private @Nullable String zone;
  private final PagedList<AuditEntry> list = new PagedList<>(LINES, this::read);

  public void enter() {
    log.note(AuditAction.AUDIT_READ, Address.of(tenant));
  }

  public PagedList<AuditEntry> getList() {
    return list;
  }

  /** What a tenant is called; its id where it is gone. */
  public String nameOf(UUID whose) {
    return tenants.find(whose.toString()).map(TenantRef::displayName).orElse(whose.toString());
  }

  private Page<AuditEntry> read(Page.Request request) {
    return log.page(Address.of(tenant), AuditLog.filter(actor, action, from, to, zone), request);
  }

  public AuditAction.Group[] getGroups() {
    return AuditAction.Group.values();
  }

  /** Those of a group, in the order of the reader's alphabet. */
  public List<AuditAction> of(AuditAction.Group group) {
    var order = Collator.getInstance(language.getLocale());
    return Arrays.stream(AuditAction.values())
        .filter(each -> each.group() == group)
        .sorted(Comparator.comparing(this::words, order))
        .toList();
  }

  private String words(AuditAction each) {
    return text.get("audit.action." + each.slug());
  }

  public String getHere() {
    return request.getContextPath() + request.getServletPath();
  }

  public String getFirst() {
    return address(getHere(), null);
  }

  public String getOlder() {
    return address(getHere(), list.getNext());
  }

  public String getCsv() {
    return address(getHere().replace(".xhtml", ".csv"), null);
  }

  private String address(String path, @Nullable UUID behind) {
    var parts = new ArrayList<String>();
    part(parts, "tenant", tenant);
    part(parts, "actor", actor);
    part(parts, "action", action);
    part(parts, "from", from);
    part(parts, "to", to);
    part(parts, "zone", zone);
    part(parts, "after", behind == null ? null : behind.toString());
    return parts.isEmpty() ? path : path + "?" + String.join("&", parts);
  }

  private static void part(List<String> parts, String name, @Nullable String value) {
    if (value != null) {
      parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  public @Nullable String getTenant() {
    return tenant;
  }

  public void setTenant(@Nullable String tenant) {
    this.tenant = tenant;
  }

  public @Nullable String getActor() {
    return actor;
  }

  public void setActor(@Nullable String actor) {
    this.actor = actor;
  }

  public @Nullable String getAction() {
    return action;
  }

  public void setAction(@Nullable String action) {
    this.action = action;
  }

  public @Nullable String getFrom() {
    return from;
  }

  public void setFrom(@Nullable String from) {
    this.from = from;
  }

  public @Nullable String getTo() {
    return to;
  }

  public void setTo(@Nullable String to) {
    this.to = to;
  }

  public @Nullable String getZone() {
    return zone;
  }

  public void setZone(@Nullable String zone) {
    this.zone = zone;
  }
}
