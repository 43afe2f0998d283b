package com.movierecap.identity;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What an account may do. A role includes those before it in its own house. */
public enum Role {
  VIEWER(Role.VIEW),
  EDITOR(Role.VIEW, Role.EDIT),
  TENANT_ADMIN(Role.VIEW, Role.EDIT, Role.ADMINISTER),
  AUDITOR(Role.AUDIT),
  OPERATOR(Role.AUDIT, Role.OPERATE);

  /** Groups as in tokens and {@code @RolesAllowed}. */
  public static final String VIEW = "viewer";

  public static final String EDIT = "editor";
  public static final String ADMINISTER = "tenant-admin";
  public static final String AUDIT = "auditor";
  public static final String OPERATE = "operator";

  /** Of no role: whoever has it may get a second factor and do nothing else. */
  public static final String ENROL = "enrolling";

  private final Set<String> groups;

  Role(String... groups) {
    this.groups = Set.copyOf(List.of(groups));
  }

  public Set<String> groups() {
    return groups;
  }

  /** For message keys: {@code tenant-admin}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
