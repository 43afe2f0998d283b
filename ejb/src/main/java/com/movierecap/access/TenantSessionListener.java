package com.movierecap.access;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.persistence.internal.databaseaccess.Accessor;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Binds the thread's tenant to each transaction, twice: as EclipseLink's discriminator, which goes
 * into every statement it writes, and as {@code app.tenant_id} on the connection, by which
 * PostgreSQL's row-level security judges every statement, whoever wrote it. Both settings, and that
 * a thread which only reads can only read, end with the transaction. A thread without a tenant sees
 * no rows.
 */
public class TenantSessionListener extends SessionEventAdapter {
  /** The context property of every {@code @TenantDiscriminatorColumn}. */
  public static final String PROPERTY = "eclipselink.tenant-id";

  private static final String BIND = "select set_config('app.tenant_id', ?, true)";
  private static final String READ = BIND + ", set_config('transaction_read_only', 'on', true)";
  private static final String BOUND = TenantSessionListener.class.getName();

  /** One for all threads; looking it up for each statement would cost more than it is good for. */
  private volatile @Nullable TransactionSynchronizationRegistry transactions;

  @Override
  public void postAcquireUnitOfWork(SessionEvent event) {
    CallContext.tenant().ifPresent(tenant -> event.getSession().setProperty(PROPERTY, tenant));
  }

  @Override
  public void postAcquireConnection(SessionEvent event) {
    var tenant = CallContext.tenant().map(Object::toString).orElse("");
    var transaction = transactions();
    if (transaction.getTransactionKey() != null) {
      var bound = transaction.getResource(BOUND);
      if (tenant.equals(bound)) {
        return;
      }
      if (bound != null) {
        throw new IllegalStateException("a transaction keeps the tenant it began with");
      }
    }
    var connection = ((Accessor) event.getResult()).getConnection();
    try (var statement =
        connection.prepareStatement(CallContext.current().isReadOnly() ? READ : BIND)) {
      statement.setString(1, tenant);
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("the tenant could not be bound", e);
    }
    if (transaction.getTransactionKey() != null) {
      transaction.putResource(BOUND, tenant);
    }
  }

  private TransactionSynchronizationRegistry transactions() {
    var known = transactions;
    if (known == null) {
      known = lookUp();
      transactions = known;
    }
    return known;
  }

  @SuppressWarnings(
      "BanJNDI") // a constant name in the container's own tree: nobody else can choose it
  private static TransactionSynchronizationRegistry lookUp() {
    try {
      return InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry");
    } catch (NamingException e) {
      throw new IllegalStateException(e);
    }
  }
}
