package com.movierecap.audit;

import com.ibm.websphere.logging.hpel.LogRecordContext;
import com.movierecap.kernel.TenantContext;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.util.UUID;

/**
 * What every line of the server's log says beside its message, whoever wrote it: whose tenant the
 * thread works for ({@code ext_tenant}) and which request ({@code ext_request}).
 */
@Startup
@Singleton
public class LogFields {
  private static final String TENANT = "tenant";
  private static final String REQUEST = "request";

  // held here, since Liberty holds them weakly
  private final LogRecordContext.Extension tenant =
      () -> TenantContext.current().map(UUID::toString).orElse(null);
  private final LogRecordContext.Extension request = () -> Origin.current().request();

  @PostConstruct
  void register() {
    LogRecordContext.registerExtension(TENANT, tenant);
    LogRecordContext.registerExtension(REQUEST, request);
  }

  @PreDestroy
  void unregister() {
    LogRecordContext.unregisterExtension(TENANT);
    LogRecordContext.unregisterExtension(REQUEST);
  }
}
