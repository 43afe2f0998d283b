package com.movierecap;

import static org.assertj.core.api.Assertions.assertThat;

import com.movierecap.storage.S3ObjectStore;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.SimpleResolver;

/**
 * Inside a transaction, which holds one of few connections and often locks, nobody waits for the
 * object store, DNS, HTTP or a password's hash. Followed from each method that the container gives
 * a transaction through all that it calls of ours, interfaces included.
 */
class TransactionsTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("com.movierecap");

  private static final String PASSWORD_HASH = "com.movierecap.identity.PasswordHash";

  private static final Set<String> SLOW =
      Set.of(
          S3ObjectStore.class.getName(),
          PASSWORD_HASH,
          HttpClient.class.getName(),
          SimpleResolver.class.getName(),
          Socket.class.getName(),
          InetAddress.class.getName());

  @Test
  void nobodyWaitsForTheOutsideWorldInsideATransaction() {
    var found = new TreeSet<String>();
    CLASSES.stream()
        .flatMap(type -> type.getMethods().stream())
        .filter(TransactionsTest::hasTransaction)
        .forEach(method -> slow(method).forEach(way -> found.add(way)));
    assertThat(found).isEmpty();
  }

  @Test
  void theRuleSeesThroughCalls() {
    assertThat(CLASSES.contain(PASSWORD_HASH)).isTrue();
    var open =
        CLASSES.get("com.movierecap.library.MovieAnalyses").getMethod("get", java.util.UUID.class);
    assertThat(slow(open)).isNotEmpty();
  }

  private static boolean hasTransaction(JavaMethod method) {
    var bean = method.getOwner();
    var managed = bean.isAnnotatedWith(Stateless.class) || bean.isAnnotatedWith(Singleton.class);
    return managed
        && method.getModifiers().contains(JavaModifier.PUBLIC)
        && !isSuspending(method)
        && !isAfter(method);
  }

  private static boolean isSuspending(JavaMethod method) {
    var said =
        method
            .tryGetAnnotationOfType(TransactionAttribute.class)
            .or(() -> method.getOwner().tryGetAnnotationOfType(TransactionAttribute.class));
    return said.map(TransactionAttribute::value)
        .filter(
            Set.of(TransactionAttributeType.NOT_SUPPORTED, TransactionAttributeType.NEVER)
                ::contains)
        .isPresent();
  }

  /** Observers that are called once the transaction is over. */
  private static boolean isAfter(JavaMethod method) {
    return method.getParameters().stream()
        .flatMap(parameter -> parameter.tryGetAnnotationOfType(Observes.class).stream())
        .anyMatch(
            observes ->
                Set.of(
                        TransactionPhase.AFTER_SUCCESS,
                        TransactionPhase.AFTER_FAILURE,
                        TransactionPhase.AFTER_COMPLETION)
                    .contains(observes.during()));
  }

  /** The ways from a method to what is slow, one for each. */
  private static List<String> slow(JavaMethod start) {
    var cameFrom = new HashMap<JavaCodeUnit, JavaCodeUnit>();
    var next = new ArrayDeque<JavaCodeUnit>();
    next.add(start);
    cameFrom.put(start, start);
    var ways = new TreeSet<String>();
    while (!next.isEmpty()) {
      var unit = next.remove();
      Stream.concat(
              unit.getCallsFromSelf().stream().map(call -> call.getTarget()),
              unit.getCodeUnitReferencesFromSelf().stream().map(r -> r.getTarget()))
          .forEach(
              target -> {
                if (SLOW.contains(target.getOwner().getName())) {
                  ways.add(way(cameFrom, unit, target.getOwner()));
                  return;
                }
                target
                    .resolveMember()
                    .ifPresent(
                        member ->
                            implementations(member)
                                .filter(TransactionsTest::isFollowed)
                                .filter(found -> cameFrom.putIfAbsent(found, unit) == null)
                                .forEach(next::add));
              });
    }
    return List.copyOf(ways);
  }

  private static boolean isFollowed(JavaCodeUnit unit) {
    var ours = unit.getOwner().getPackageName().startsWith("com.movierecap.");
    var engine = unit.getOwner().getPackageName().startsWith("com.movierecap.media");
    return ours && !engine && !(unit instanceof JavaMethod method && isSuspending(method));
  }

  private static Stream<JavaCodeUnit> implementations(JavaCodeUnit unit) {
    if (!(unit instanceof JavaMethod method)) {
      return Stream.of(unit);
    }
    var parameters =
        method.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
    return Stream.concat(
        Stream.of(method),
        method.getOwner().getAllSubclasses().stream()
            .flatMap(type -> type.tryGetMethod(method.getName(), parameters).stream()));
  }

  private static String way(
      Map<JavaCodeUnit, JavaCodeUnit> cameFrom, JavaCodeUnit last, JavaClass slow) {
    var way = new ArrayDeque<>(List.of(slow.getSimpleName()));
    var unit = last;
    while (true) {
      way.addFirst(unit.getOwner().getSimpleName() + "." + unit.getName());
      var before = cameFrom.getOrDefault(unit, unit);
      if (before.equals(unit)) {
        return String.join(" → ", way);
      }
      unit = before;
    }
  }
}
