package com.movierecap.portal.console;

import com.movierecap.kernel.Page;
import com.movierecap.portal.library.Address;
import com.movierecap.tenancy.Tenants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All customers, newest first, by part of a name. */
@Named("tenants")
@RequestScoped
public class TenantsPage {
  private static final int ROWS = 25;

  @Inject private Tenants tenants;

  private @Nullable String search;
  private @Nullable String after;
  private @Nullable Page<TenantRow> page;

  public List<TenantRow> getRows() {
    return page().items();
  }

  public @Nullable UUID getNext() {
    return page().next();
  }

  private Page<TenantRow> page() {
    var known = page;
    if (known == null) {
      var found = tenants.list(search, null, new Page.Request(ROWS, Address.of(after)));
      known = new Page<>(found.items().stream().map(TenantRow::of).toList(), found.next());
      page = known;
    }
    return known;
  }

  public String getSearchInUrl() {
    return search == null ? "" : URLEncoder.encode(search, StandardCharsets.UTF_8);
  }

  public @Nullable String getSearch() {
    return search;
  }

  public void setSearch(@Nullable String search) {
    this.search = search;
  }

  public @Nullable String getAfter() {
    return after;
  }

  public void setAfter(@Nullable String after) {
    this.after = after;
  }
}
