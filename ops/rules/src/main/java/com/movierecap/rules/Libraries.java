package com.movierecap.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which room alone knows a library. */
public final class Libraries {
  private Libraries() {}

  /**
   * Nobody outside the room depends on these packages, and somebody in it does on each of them.
   *
   * @param room without the house's name, such as {@code media.humble}; rooms inside it count
   * @param packages as ArchUnit writes them, such as {@code io.humble..}
   */
  public static ArchRule only(String room, String... packages) {
    var libraries = List.of(packages);
    return classes()
        .should(new BeKnownInOneRoom(room, libraries))
        .as("only " + room + " knows " + String.join(" and ", libraries));
  }

  private static final class BeKnownInOneRoom extends ArchCondition<JavaClass> {
    private final String room;
    private final List<String> libraries;
    private final Set<String> used = new HashSet<>();

    BeKnownInOneRoom(String room, List<String> libraries) {
      super("be the only ones to know " + libraries);
      this.room = room;
      this.libraries = libraries;
    }

    @Override
    public void init(Collection<JavaClass> all) {
      used.clear();
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      for (var dependency : type.getDirectDependenciesFromSelf()) {
        var target = dependency.getTargetClass().getBaseComponentType().getPackageName();
        libraries.stream()
            .filter(library -> PackageMatcher.of(library).matches(target))
            .forEach(
                library -> {
                  if (PackageMatcher.of(Rooms.HOUSE + room + "..").matches(type.getPackageName())) {
                    used.add(library);
                  } else {
                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                  }
                });
      }
    }

    @Override
    public void finish(ConditionEvents events) {
      libraries.stream()
          .filter(library -> !used.contains(library))
          .forEach(
              library ->
                  events.add(
                      SimpleConditionEvent.violated(
                          library, "nobody in " + room + " uses " + library)));
    }
  }
}
