package com.movierecap.access;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Lets into a service whom {@link AllowedTo} names, as {@link Origin} knows them. In normal
 * operation the edges refuse first: whoever is stopped here is one that an edge forgot to ask.
 */
@Interceptor
@AllowedTo({})
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class AuthorizationInterceptor {
  private static final Logger LOG = Logger.getLogger(AuthorizationInterceptor.class.getName());

  /**
   * @throws ProblemException where the caller is none of those
   */
  @AroundInvoke
  public Object pass(InvocationContext call) throws Exception {
    var context = CallContext.current();
    if (context.isInService()) {
      return call.proceed();
    }
    mustBeOpen(call.getMethod());
    try (var inside = context.inService().open()) {
      return call.proceed();
    }
  }

  private static void mustBeOpen(Method method) {
    var caller = Origin.current();
    if (AllowedCallers.of(method).filter(callers -> callers.include(caller)).isEmpty()) {
      LOG.log(
          Level.WARNING,
          "{0}.{1} is not open to {2}",
          new Object[] {
            method.getDeclaringClass().getSimpleName(), method.getName(), caller.actor()
          });
      throw new ProblemException(ProblemType.FORBIDDEN);
    }
  }
}
