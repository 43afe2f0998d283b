package com.movierecap.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A module's packages, the house's rooms, and which of the others each may use. A room that is not
 * in the table is refused, and so is a row or a permission that nothing stands for any more: the
 * table is how it is.
 *
 * <pre>
 * kernel:
 * access:   kernel
 * recap:    access audit kernel
 *           library
 * </pre>
 *
 * <p>Each row names a package without {@code com.movierecap.}, a colon, and the packages it uses,
 * of this module or another; an indented line goes on with the row above. Sub-packages are rooms of
 * their own.
 */
public final class Rooms {
  static final String HOUSE = "com.movierecap.";

  private Rooms() {}

  /**
   * @throws IllegalArgumentException for a table that has a row twice, or a line that is none
   */
  public static ArchRule use(String table) {
    return classes()
        .should(new UseWhatTheTableSays(rows(table)))
        .as("rooms use what the table says");
  }

  private static Map<String, Set<String>> rows(String table) {
    var rows = new LinkedHashMap<String, Set<String>>();
    Set<String> row = null;
    for (var line : table.lines().filter(each -> !each.isBlank()).toList()) {
      var colon = line.indexOf(':');
      if (colon > 0) {
        row = new TreeSet<>();
        if (rows.put(line.substring(0, colon).strip(), row) != null) {
          throw new IllegalArgumentException("a row twice: " + line);
        }
      } else if (row == null || !Character.isWhitespace(line.charAt(0))) {
        throw new IllegalArgumentException("neither a row nor more of one: " + line);
      }
      Collections.addAll(row, line.substring(colon + 1).strip().split("\\s+"));
      row.remove("");
    }
    return rows;
  }

  private static final class UseWhatTheTableSays extends ArchCondition<JavaClass> {
    private final Map<String, Set<String>> allowed;
    private final Map<String, Set<String>> seen = new TreeMap<>();

    UseWhatTheTableSays(Map<String, Set<String>> allowed) {
      super("use what the table says");
      this.allowed = allowed;
    }

    @Override
    public void init(Collection<JavaClass> all) {
      seen.clear();
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      var room = room(type);
      var used = seen.computeIfAbsent(room, ignored -> new TreeSet<>());
      var mayUse = allowed.getOrDefault(room, Set.of());
      for (var dependency : type.getDirectDependenciesFromSelf()) {
        var target = dependency.getTargetClass().getBaseComponentType();
        if (!target.getPackageName().startsWith(HOUSE) || room(target).equals(room)) {
          continue;
        }
        used.add(room(target));
        if (allowed.containsKey(room) && !mayUse.contains(room(target))) {
          events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
        }
      }
    }

    @Override
    public void finish(ConditionEvents events) {
      seen.forEach(
          (room, used) -> {
            if (!used.equals(allowed.get(room))) {
              events.add(SimpleConditionEvent.violated(room, "the row is now: " + row(room, used)));
            }
          });
      allowed.keySet().stream()
          .filter(room -> !seen.containsKey(room))
          .forEach(
              room ->
                  events.add(
                      SimpleConditionEvent.violated(room, "there is no such room: " + room)));
    }

    private static String room(JavaClass type) {
      return type.getPackageName().substring(HOUSE.length());
    }

    private static String row(String room, Set<String> used) {
      return (room + ": " + String.join(" ", used)).strip();
    }
  }
}
