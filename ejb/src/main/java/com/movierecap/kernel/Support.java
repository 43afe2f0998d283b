package com.movierecap.kernel;

import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/** Whom customers write to where they cannot help themselves. */
public final class Support {
  private static final Set<ProblemType> NAMED_BY =
      Set.of(ProblemType.TENANT_SUSPENDED, ProblemType.TENANT_DELETED);

  private Support() {}

  /** An address for mails: {@code support.address}. */
  public static String address() {
    return ConfigProvider.getConfig().getValue("support.address", String.class);
  }

  /** What fills the placeholders of a problem's detail, where that names the address too. */
  public static Object[] arguments(ProblemType type, Object... others) {
    return NAMED_BY.contains(type) ? new Object[] {address()} : others;
  }
}
