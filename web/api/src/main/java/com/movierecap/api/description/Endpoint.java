package com.movierecap.api.description;

import com.movierecap.access.Role;
import com.movierecap.api.audit.AuditResource;
import com.movierecap.api.audit.OperatorAuditResource;
import com.movierecap.api.identity.AccountResource;
import com.movierecap.api.identity.AddressResource;
import com.movierecap.api.identity.ApiKeysResource;
import com.movierecap.api.identity.AuthResource;
import com.movierecap.api.identity.FactorResource;
import com.movierecap.api.identity.ImpersonationsResource;
import com.movierecap.api.identity.InvitationsResource;
import com.movierecap.api.identity.KeysResource;
import com.movierecap.api.identity.PeopleResource;
import com.movierecap.api.identity.ResetResource;
import com.movierecap.api.identity.ServiceAccountsResource;
import com.movierecap.api.identity.ServiceKeysResource;
import com.movierecap.api.identity.SessionsResource;
import com.movierecap.api.identity.SsoResource;
import com.movierecap.api.library.MovieResource;
import com.movierecap.api.library.SubtitlesResource;
import com.movierecap.api.recap.EventsResource;
import com.movierecap.api.recap.MovieRecapsResource;
import com.movierecap.api.recap.RecapResource;
import com.movierecap.api.recap.WatermarkResource;
import com.movierecap.api.security.PeopleOnly;
import com.movierecap.api.status.HealthResource;
import com.movierecap.api.status.OpenApiResource;
import com.movierecap.api.status.WelcomeResource;
import com.movierecap.api.tenancy.DomainsResource;
import com.movierecap.api.tenancy.ExportsResource;
import com.movierecap.api.tenancy.TenantExportsResource;
import com.movierecap.api.tenancy.TenantFeaturesResource;
import com.movierecap.api.tenancy.TenantSecurityResource;
import com.movierecap.api.tenancy.TenantSsoResource;
import com.movierecap.api.tenancy.TenantUsageResource;
import com.movierecap.api.tenancy.TenantsResource;
import com.movierecap.identity.key.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a resource's method says of its operation by its signature and its annotations. */
record Endpoint(Method method) {
  /** Nobody finds them for us while Liberty describes the API; {@code EndpointTest} compares. */
  static final List<Class<?>> RESOURCES =
      List.of(
          AccountResource.class,
          AddressResource.class,
          ApiKeysResource.class,
          AuditResource.class,
          AuthResource.class,
          DomainsResource.class,
          EventsResource.class,
          ExportsResource.class,
          FactorResource.class,
          HealthResource.class,
          InvitationsResource.class,
          KeysResource.class,
          MovieRecapsResource.class,
          MovieResource.class,
          OpenApiResource.class,
          OperatorAuditResource.class,
          PeopleResource.class,
          RecapResource.class,
          ResetResource.class,
          ServiceAccountsResource.class,
          ServiceKeysResource.class,
          SessionsResource.class,
          SsoResource.class,
          SubtitlesResource.class,
          ImpersonationsResource.class,
          TenantExportsResource.class,
          TenantFeaturesResource.class,
          TenantSecurityResource.class,
          TenantSsoResource.class,
          TenantUsageResource.class,
          TenantsResource.class,
          WatermarkResource.class,
          WelcomeResource.class);

  /** By the operations' ids. */
  static Map<String, Endpoint> all() {
    var all = new HashMap<String, Endpoint>();
    for (var resource : RESOURCES) {
      for (var method : resource.getDeclaredMethods()) {
        var operation = method.getAnnotation(Operation.class);
        if (operation != null && !operation.hidden()) {
          var endpoint = new Endpoint(method);
          if (all.put(endpoint.id(), endpoint) != null) {
            throw new IllegalStateException("two operations are called " + endpoint.id());
          }
        }
      }
    }
    return all;
  }

  String id() {
    return method.getAnnotation(Operation.class).operationId();
  }

  String tag() {
    return method.getDeclaringClass().getAnnotation(Tag.class).name();
  }

  /** Any of which will do; none where everybody may come. */
  List<String> roles() {
    var allowed =
        Optional.ofNullable(method.getAnnotation(RolesAllowed.class))
            .or(
                () ->
                    Optional.ofNullable(
                        method.getDeclaringClass().getAnnotation(RolesAllowed.class)));
    return allowed.map(roles -> List.of(roles.value())).orElse(List.of());
  }

  /** The scope that a key needs for it; empty where no key will do. */
  Optional<Scope> scope() {
    var roles = roles();
    if (method.isAnnotationPresent(PeopleOnly.class)
        || method.getDeclaringClass().isAnnotationPresent(PeopleOnly.class)) {
      return Optional.empty();
    }
    if (roles.contains(Role.VIEW)) {
      return Optional.of(Scope.READ);
    }
    return roles.contains(Role.EDIT)
        ? Optional.of(Scope.WRITE)
        : roles.contains(Role.ADMINISTER) ? Optional.of(Scope.ADMIN) : Optional.empty();
  }

  /** What JAX-RS reads from the body: the one parameter that says nothing else. */
  Optional<Type> body() {
    return Arrays.stream(method.getParameters())
        .filter(parameter -> parameter.getAnnotations().length == 0)
        .map(parameter -> parameter.getParameterizedType())
        .findFirst();
  }

  /** What it answers as JSON. */
  Optional<Type> answer() {
    var said = method.getAnnotation(APIResponseSchema.class);
    if (said != null) {
      return Optional.of(said.value());
    }
    var type = method.getReturnType();
    return type == void.class || type == Response.class
        ? Optional.empty()
        : Optional.of(method.getGenericReturnType());
  }

  String status() {
    var said = method.getAnnotation(APIResponseSchema.class);
    if (said != null && !said.responseCode().isEmpty()) {
      return said.responseCode();
    }
    if (isAcceptance()) {
      return method.getAnnotation(APIResponse.class).responseCode();
    }
    return method.getReturnType() == void.class && !isStream() ? "204" : "200";
  }

  List<String> mediaTypes() {
    if (status().equals("204") || isAcceptance()) {
      return List.of();
    }
    var said =
        Optional.ofNullable(method.getAnnotation(Produces.class))
            .or(
                () ->
                    Optional.ofNullable(method.getDeclaringClass().getAnnotation(Produces.class)));
    return said.map(types -> List.of(types.value())).orElse(List.of());
  }

  /** Whether it only says that it heard, which it has to note itself. */
  private boolean isAcceptance() {
    var said = method.getAnnotation(APIResponse.class);
    return said != null && said.responseCode().equals("202");
  }

  private boolean isStream() {
    return List.of(method.getParameterTypes()).contains(SseEventSink.class);
  }
}
