package com.movierecap.identity.key;

import com.movierecap.access.Role;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What a key is for. It never opens more than its owner's role does at that moment. */
public enum Scope {
  /** To look at whatever a viewer may look at. */
  READ(Role.VIEW),
  /** To look, and to make and change films and recaps. */
  WRITE(Role.VIEW, Role.EDIT),
  /** To look, and to administer the organisation. */
  ADMIN(Role.VIEW, Role.ADMINISTER);

  private final Set<String> groups;

  Scope(String... groups) {
    this.groups = Set.of(groups);
  }

  /** Groups as in tokens that a key of these scopes has in the hands of that role. */
  static Set<String> groups(Set<Scope> scopes, Role role) {
    var groups = new TreeSet<String>();
    scopes.forEach(scope -> groups.addAll(scope.groups));
    groups.retainAll(role.groups());
    return groups;
  }

  /** Those that a role can give away. */
  public static List<Scope> of(Role role) {
    return Arrays.stream(values()).filter(s -> role.groups().containsAll(s.groups)).toList();
  }

  /**
   * @param slugs as in {@link #slug}
   * @throws ProblemException where there is none, or one is none of ours
   */
  public static Set<Scope> of(List<String> slugs) {
    var scopes = EnumSet.noneOf(Scope.class);
    for (var slug : slugs) {
      scopes.add(
          Arrays.stream(values())
              .filter(scope -> scope.slug().equals(slug))
              .findFirst()
              .orElseThrow(() -> mustBe(List.of(values()))));
    }
    if (scopes.isEmpty()) {
      throw mustBe(List.of(values()));
    }
    return scopes;
  }

  /** Refuses what is none of these. */
  static ProblemException mustBe(List<Scope> possible) {
    return new ProblemException(
        ProblemType.INVALID_REQUEST,
        "scopes: " + String.join(" ", possible.stream().map(Scope::slug).toList()));
  }

  /** For machines and message keys: {@code read}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
