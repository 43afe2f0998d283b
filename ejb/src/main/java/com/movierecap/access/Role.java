package com.movierecap.access;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  /** The roles that a tenant's administrators can give. */
  public static List<Role> ofTenants() {
    return List.of(VIEWER, EDITOR, TENANT_ADMIN);
  }

  /**
   * @param slug as in {@link #slug}
   * @throws ProblemException where it is none that a tenant's administrators can give
   */
  public static Role ofTenants(@Nullable String slug) {
    return ofTenants().stream()
        .filter(role -> role.slug().equals(slug))
        .findFirst()
        .orElseThrow(Role::unknown);
  }

  public void mustBeOfTenants() {
    if (!ofTenants().contains(this)) {
      throw unknown();
    }
  }

  private static ProblemException unknown() {
    return new ProblemException(
        ProblemType.INVALID_REQUEST,
        "role: " + String.join(" ", ofTenants().stream().map(Role::slug).toList()));
  }

  /** For message keys: {@code tenant-admin}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
