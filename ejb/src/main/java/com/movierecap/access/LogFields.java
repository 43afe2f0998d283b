package com.movierecap.access;

import com.ibm.websphere.logging.hpel.LogRecordContext;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What every line of the server's log says beside its message, whoever wrote it: whose tenant the
 * thread works for ({@code ext_tenant}), which request ({@code ext_request}) and by which API key
 * ({@code ext_key}).
 */
@Startup
@Singleton
public class LogFields {
  private static final Logger LOG = Logger.getLogger(LogFields.class.getName());

  // held here, since Liberty holds them weakly
  private final Map<String, LogRecordContext.Extension> fields =
      Map.of(
          "tenant", () -> CallContext.tenant().map(UUID::toString).orElse(null),
          "request", () -> Origin.current().request(),
          "key", () -> Origin.current().key());

  private final Set<String> registered = new HashSet<>();

  @PostConstruct
  void register() {
    fields.forEach(
        (name, field) -> {
          try {
            LogRecordContext.registerExtension(name, field);
            registered.add(name);
          } catch (IllegalArgumentException e) {
            LOG.log(Level.WARNING, "another application on this server has the field {0}", name);
          }
        });
  }

  @PreDestroy
  void unregister() {
    registered.forEach(LogRecordContext::unregisterExtension);
  }
}
