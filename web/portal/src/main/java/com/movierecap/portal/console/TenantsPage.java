package com.movierecap.portal.console;

import com.movierecap.portal.page.PagedList;
import com.movierecap.tenancy.Tenants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** All customers, newest first, by part of a name. */
@Named("tenants")
@RequestScoped
public class TenantsPage {
  private static final int ROWS = 25;

  @Inject private Tenants tenants;

  private @Nullable String search;
  private final PagedList<TenantRow> list =
      PagedList.of(ROWS, request -> tenants.list(search, null, request), TenantRow::of);

  public PagedList<TenantRow> getList() {
    return list;
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
}
