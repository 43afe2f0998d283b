package com.movierecap.local;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ./run} shows: short lines on the way, then one that scripts wait for, then what a
 * person needs.
 */
final class Console {
  private final PrintStream out;
  private final long start = System.nanoTime();

  Console(PrintStream out) {
    this.out = out;
  }

  void progress(String what) {
    out.printf(Locale.ROOT, "[%5.1f s] %s%n", (System.nanoTime() - start) / 1e9, what);
    out.flush();
  }

  void ready(URI address, LibertyPorts ports, String password, @Nullable String mails, Path state) {
    out.println("ready: " + address);
    out.println();
    String row = "  %-10s %-30s %-22s %s%n";
    out.printf(row, "tenant", "email", "password", "role");
    for (DemoAccounts.Login login : DemoAccounts.logins()) {
      String role = login.role().toLowerCase(Locale.ROOT).replace('_', '-');
      out.printf(row, login.tenant(), login.email(), password, role);
    }
    out.println();
    out.println("  portal   " + address.resolve("portal/"));
    out.println(
        "  API      "
            + address.resolve("api/")
            + "  (header X-Tenant-ID, or http://acme.localhost:"
            + ports.http()
            + "/api/)");
    out.println("  OpenAPI  " + address.resolve("openapi"));
    out.println("  mails    " + mails + "  (all that was sent; nothing leaves this machine)");
    out.println("  https    https://localhost:" + ports.https() + "/");
    out.println("  metrics  http://localhost:" + ports.management() + "/metrics");
    out.println("  state    " + state + "  (stack.env has all addresses and credentials)");
    out.println();
    out.println("Ctrl-C stops everything.");
    out.flush();
  }
}
