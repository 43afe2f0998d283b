package com.movierecap.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movierecap.access.AllowedCallers;
import com.movierecap.access.AllowedTo;
import com.movierecap.access.CallContext;
import com.movierecap.access.Origin;
import com.movierecap.access.Role;
import com.movierecap.identity.Passwords;
import com.movierecap.identity.session.SignInService;
import com.movierecap.jobs.JobKind;
import com.movierecap.jobs.JobService;
import com.movierecap.kernel.Page;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.library.MovieService;
import com.movierecap.recap.RecapService;
import com.movierecap.tenancy.TenantDirectory;
import com.movierecap.tenancy.TenantRef;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Services called inside the server, by an edge that asks nobody for a role. */
@ExtendWith(ArquillianExtension.class)
class ServicesIT {
  private static final String PACKAGE = "com.movierecap.";
  private static final String OWN_PACKAGE = PACKAGE + "it.";

  /** One for whom each role is missing that would do, and as much of the others as there is. */
  private static final Set<String> ALL =
      Set.of(Role.VIEW, Role.EDIT, Role.ADMINISTER, Role.AUDIT, Role.OPERATE, Role.ENROL);

  private static final Map<Class<?>, Object> NOTHING =
      Map.of(int.class, 0, long.class, 0L, double.class, 0.0, boolean.class, false);

  @Inject private BeanManager beans;
  @Inject private UserTransaction transaction;
  @Inject private TenantDirectory tenants;
  @Inject private MovieService movies;
  @Inject private RecapService recaps;
  @Inject private JobService jobs;
  @Inject private Passwords passwords;
  @Inject private SignInService signIn;

  @Deployment
  static WebArchive business() {
    return Business.forTest("services.war");
  }

  @Test
  void noMethodLetsInWhomItDoesNotName() throws Exception {
    var asked = new TreeSet<String>();
    for (var bean : services()) {
      for (var method : methods(bean).toList()) {
        var callers = AllowedCallers.of(method).orElseThrow().names();
        if (!callers.contains(AllowedTo.EVERYBODY)) {
          var others = new HashSet<>(ALL);
          others.removeAll(callers);
          assertForbidden(() -> call(bean, method, others), method.toGenericString());
          assertForbidden(() -> call(bean, method, Set.of()), method.toGenericString());
          asked.add(method.toGenericString());
        }
      }
    }
    assertThat(asked).hasSizeGreaterThan(130);
  }

  @Test
  void aViewerLooksAndChangesNothing() throws Exception {
    var viewer = Role.VIEWER.groups();
    assertThatCode(() -> as(viewer, () -> movies.list(new Page.Request(1, null))))
        .doesNotThrowAnyException();
    assertForbidden(() -> as(viewer, () -> recaps.cancel(UUID.randomUUID())), "cancel");
    // where the service lets in, its own answer is heard
    assertThatThrownBy(() -> as(Role.EDITOR.groups(), () -> recaps.cancel(UUID.randomUUID())))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_FOUND));
  }

  @Test
  void noEdgeDoesTheServicesOwnWork() throws Exception {
    assertForbidden(
        () ->
            as(
                Role.TENANT_ADMIN.groups(),
                () -> jobs.create(JobKind.RENDER, UUID.randomUUID()).id()),
        "create");
    assertThat(
            CallContext.in(acme())
                .writing()
                .call(() -> jobs.create(JobKind.RENDER, UUID.randomUUID()).id()))
        .isNotNull();
  }

  @Test
  void theServicesOwnWorkIsNoPerson() {
    assertForbidden(
        () -> CallContext.in(acme()).writing().call(() -> recaps.cancel(UUID.randomUUID())),
        "cancel");
  }

  /** Whoever signs in is nobody yet, and what signs them in is the service's own. */
  @Test
  void whatAServiceCallsInTurnIsItsOwn() {
    var email = "nobody-" + UUID.randomUUID() + "@acme.example";
    assertForbidden(
        () -> as(Set.of(), () -> passwords.prove(email, "wrong".toCharArray())), "prove");
    assertThatThrownBy(() -> as(Set.of(), () -> signIn.password(email, "wrong".toCharArray())))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(ProblemType.WRONG_CREDENTIALS));
    // and nothing stays open behind them
    assertForbidden(
        () -> as(Set.of(), () -> passwords.prove(email, "wrong".toCharArray())), "prove");
  }

  private Stream<Bean<?>> allBeans() {
    return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .filter(bean -> bean.getBeanClass().getName().startsWith(PACKAGE))
        .filter(bean -> !bean.getBeanClass().getName().startsWith(OWN_PACKAGE));
  }

  private Set<Bean<?>> services() {
    var services = new HashSet<Bean<?>>();
    allBeans()
        .filter(bean -> bean.getTypes().contains(bean.getBeanClass()))
        .filter(bean -> methods(bean).anyMatch(ServicesIT::isDeclared))
        .forEach(services::add);
    return services;
  }

  private static boolean isDeclared(Method method) {
    return !AllowedCallers.isObserver(method) && AllowedCallers.of(method).isPresent();
  }

  private static Stream<Method> methods(Bean<?> bean) {
    return Arrays.stream(bean.getBeanClass().getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
        .filter(method -> !Modifier.isStatic(method.getModifiers()));
  }

  /** With nothing to work on: whoever got in would fail in another way, and change nothing. */
  private @Nullable Object call(Bean<?> bean, Method method, Set<String> roles) throws Exception {
    var service =
        beans.getReference(bean, bean.getBeanClass(), beans.createCreationalContext(bean));
    var nothing = Arrays.stream(method.getParameterTypes()).map(NOTHING::get).toArray();
    transaction.begin();
    try {
      return as(roles, () -> method.invoke(service, nothing));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    } finally {
      transaction.rollback();
    }
  }

  private <V> V as(Set<String> roles, Callable<V> work) throws Exception {
    var caller = Origin.somebody("127.0.0.1", null, "services").with(roles);
    return CallContext.in(acme()).by(caller).call(work);
  }

  private UUID acme() {
    return tenants.find("acme").map(TenantRef::id).orElseThrow();
  }

  private static void assertForbidden(ThrowingCallable call, String what) {
    assertThatThrownBy(call)
        .as(what)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(ProblemType.FORBIDDEN));
  }
}
