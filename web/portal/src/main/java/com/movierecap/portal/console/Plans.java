package com.movierecap.portal.console;

import com.movierecap.portal.language.Text;
import com.movierecap.tenancy.Tenants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The plans there are, by the names customers know. */
@Named("plans")
@RequestScoped
public class Plans {
  @Inject private Tenants tenants;
  @Inject private Text text;

  public List<SelectItem> getAll() {
    return tenants.plans().stream()
        .map(plan -> new SelectItem(plan.name(), label(plan.name())))
        .toList();
  }

  /** A plan made for one customer has no word of ours. */
  private String label(String plan) {
    var key = "plan." + plan;
    return text.containsKey(key) ? text.get(key) : plan;
  }
}
