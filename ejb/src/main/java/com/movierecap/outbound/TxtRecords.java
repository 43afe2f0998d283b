package com.movierecap.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** What DNS says about a name, asked each time: neither we nor the JDK remember an answer. */
@ApplicationScoped
public class TxtRecords {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** {@code host:port}, or empty for the server that the machine uses. */
  @Inject
  @ConfigProperty(name = "tenancy.dns.server")
  private Optional<String> server;

  /**
   * The texts of a name's TXT records, each put together from its parts (RFC 1035, 3.3.14).
   *
   * @param name without a dot at its end
   * @return empty where there are none, or where DNS does not answer in time
   */
  public List<String> of(String name) {
    try {
      var question = Record.newRecord(Name.fromString(name + "."), Type.TXT, DClass.IN);
      var answer = resolver().send(Message.newQuery(question));
      return answer.getSection(Section.ANSWER).stream()
          .filter(TXTRecord.class::isInstance)
          .map(record -> String.join("", ((TXTRecord) record).getStrings()))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private SimpleResolver resolver() throws IOException {
    var resolver = server.isEmpty() ? new SimpleResolver() : new SimpleResolver(address());
    resolver.setTimeout(PATIENCE);
    return resolver;
  }

  private InetSocketAddress address() {
    var address = URI.create("dns://" + server.orElseThrow());
    return new InetSocketAddress(address.getHost(), address.getPort() < 0 ? 53 : address.getPort());
  }
}
