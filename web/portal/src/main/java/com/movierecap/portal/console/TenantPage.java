package com.movierecap.portal.console;

import com.movierecap.kernel.ProblemException;
import com.movierecap.portal.error.Notices;
import com.movierecap.portal.page.Address;
import com.movierecap.portal.page.Next;
import com.movierecap.portal.page.Steps;
import com.movierecap.portal.session.Permissions;
import com.movierecap.tenancy.Tenant;
import com.movierecap.tenancy.Tenants;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One customer: its names and plan, and whether it may work. */
@Named("tenant")
@ViewScoped
public class TenantPage implements Serializable {
  /** The inputs of names, by what a problem calls them. */
  static final Map<String, String> FIELDS = Map.of("name", "name", "display_name", "displayName");

  @Inject private Tenants tenants;
  @Inject private Permissions may;
  @Inject private Notices notices;
  @Inject private Steps steps;

  private @Nullable String id;
  private @Nullable TenantRow row;
  private @Nullable String name;
  private @Nullable String displayName;
  private @Nullable String plan;
  private @Nullable String invited;

  public void enter() {
    var shown = TenantRow.of(tenants.get(uuid()));
    row = shown;
    name = shown.name();
    displayName = shown.displayName();
    plan = shown.plan();
    invited = notices.take(NewTenantForm.INVITED, String.class).orElse(null);
  }

  public void suspend() throws IOException {
    change(seen -> tenants.suspend(seen.id(), seen.version()));
  }

  public void resume() throws IOException {
    change(seen -> tenants.resume(seen.id(), seen.version()));
  }

  public void delete() throws IOException {
    change(seen -> tenants.delete(seen.id(), null, seen.version()));
  }

  public void restore() throws IOException {
    change(seen -> tenants.restore(seen.id(), seen.version()));
  }

  /** Names and plan, as far as they are others than before. */
  public void change() throws IOException {
    change(seen -> tenants.change(seen.id(), name, displayName, plan, seen.version()));
  }

  private void change(Function<TenantRow, Tenant> change) throws IOException {
    may.mustManage();
    steps.take(() -> of(change.apply(getRow()).id()).saying("console.changed"), steps.at(FIELDS));
  }

  /** The page about a tenant. */
  static Next of(UUID tenant) {
    return Next.page("/admin/tenant.xhtml", tenant);
  }

  UUID uuid() {
    return Address.id(id);
  }

  /**
   * @throws ProblemException where there is no such tenant
   */
  public TenantRow getRow() {
    if (row == null) {
      throw ProblemException.notFound();
    }
    return row;
  }

  /** Who was invited, on the page that follows the tenant's making; else null. */
  public @Nullable String getInvited() {
    return invited;
  }

  public @Nullable String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id;
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public @Nullable String getDisplayName() {
    return displayName;
  }

  public void setDisplayName(@Nullable String displayName) {
    this.displayName = displayName;
  }

  public @Nullable String getPlan() {
    return plan;
  }

  public void setPlan(@Nullable String plan) {
    this.plan = plan;
  }
}
