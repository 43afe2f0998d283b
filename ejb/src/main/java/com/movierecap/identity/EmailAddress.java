package com.movierecap.identity;

import com.movierecap.kernel.Line;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.regex.Pattern;

/** Addresses as accounts have them: in lower case, and nothing that a mail could not be sent to. */
public final class EmailAddress {
  private static final Pattern SHAPE =
      Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,189}");

  private static final int MOST_SHOWN = 254;

  private EmailAddress() {}

  /** What was typed for one, fit for a log. */
  public static String shown(String typed) {
    var plain = typed.replaceAll("\\p{Cntrl}", "?");
    return Line.start(plain, MOST_SHOWN);
  }

  /**
   * @param field what the request calls it
   * @throws ProblemException where it is none
   */
  public static String of(String text, String field) {
    var address = text.strip().toLowerCase(Locale.ROOT);
    if (SHAPE.matcher(address).matches()) {
      try {
        new InternetAddress(address, true).validate();
        return address;
      } catch (AddressException e) {
        // none either
      }
    }
    throw new ProblemException(ProblemType.INVALID_REQUEST, field);
  }
}
