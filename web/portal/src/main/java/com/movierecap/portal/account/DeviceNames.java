package com.movierecap.portal.account;

import com.movierecap.portal.language.Text;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ua_parser.Client;
import ua_parser.Parser;

/** What programs call themselves ({@code User-Agent}), in words that people know. */
@Named("deviceNames")
@RequestScoped
public class DeviceNames {
  /** One for all: it compiles some thousand patterns. */
  private static final Parser PARSER = new Parser();

  private static final String NOBODY = "Other";
  private static final Set<String> HANDHELD = Set.of("iPhone", "iPad");
  private static final Pattern OWN_NAME = Pattern.compile("[^\\s/(;]{1,40}");

  /** Longer ones are nobody's, and every pattern would have to read them. */
  private static final int READ = 400;

  @Inject private Text text;

  /** Such as {@code Chrome on Linux}, or the program's own name, cut short. */
  public String name(@Nullable String device) {
    if (device == null || device.isBlank()) {
      return text.get("sessions.unknown");
    }
    var known = known(device.substring(0, Math.min(device.length(), READ)));
    return known.place() == null
        ? known.program()
        : text.format("sessions.device", known.program(), known.place());
  }

  /**
   * @param place what it runs on, or null where it does not say
   */
  record Known(String program, @Nullable String place) {}

  static Known known(String device) {
    var client = PARSER.parse(device);
    var program = client.userAgent.family;
    return new Known(
        program.equals(NOBODY) ? ownName(device) : program.replaceFirst("^Mobile ", ""),
        place(client));
  }

  private static @Nullable String place(Client client) {
    if (HANDHELD.contains(client.device.family)) {
      return client.device.family;
    }
    return switch (client.os.family) {
      case NOBODY -> null;
      case "Mac OS X" -> "macOS";
      default -> client.os.family;
    };
  }

  private static String ownName(String device) {
    var name = OWN_NAME.matcher(device);
    return name.find() ? name.group() : device.substring(0, Math.min(device.length(), 40));
  }
}
