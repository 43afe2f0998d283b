package com.movierecap.identity;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.nulabinc.zxcvbn.Pattern;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Which passwords may be chosen, as OWASP ASVS 5 (6.2) and NIST SP 800-63B have it: a length, any
 * characters, and none that everybody tries first. How hard one is to guess is zxcvbn's estimate
 * (Wheeler, USENIX Security 2016).
 */
public final class PasswordRule {
  public static final int MIN_LENGTH = 8;
  public static final int MAX_LENGTH = 128;

  /** The best that {@link #score} gives. */
  public static final int BEST = 4;

  private static final String COMMON = "passwords";
  private static final Zxcvbn ZXCVBN = new Zxcvbn();

  private PasswordRule() {}

  /**
   * @param own what its owner is called: nobody has to guess that
   * @throws ProblemException where it is too short, too long, common, or the owner's name
   */
  public static void mustHold(char[] password, Collection<String> own) {
    var text = new String(password);
    if (length(text) < MIN_LENGTH || isTooLong(password)) {
      throw new ProblemException(ProblemType.PASSWORD_LENGTH, MIN_LENGTH, MAX_LENGTH);
    }
    if (names(own).contains(text.strip().toLowerCase(Locale.ROOT))) {
      throw new ProblemException(ProblemType.PASSWORD_OWN_NAME);
    }
    var strength = ZXCVBN.measure(text, names(own));
    if (strength.getScore() == 0 || isCommon(strength, text)) {
      throw new ProblemException(ProblemType.PASSWORD_COMMON);
    }
  }

  /**
   * How hard it is to guess.
   *
   * @param own what its owner is called
   * @return 0 (at once) to 4 (never); 0 for one that could not be chosen
   */
  public static int score(String password, Collection<String> own) {
    if (length(password) < MIN_LENGTH || isTooLong(password.toCharArray())) {
      return 0;
    }
    var strength = ZXCVBN.measure(password, names(own));
    return isCommon(strength, password) ? 0 : strength.getScore();
  }

  static boolean isTooLong(char[] password) {
    return length(new String(password)) > MAX_LENGTH;
  }

  /** As people count. */
  private static int length(String password) {
    return password.codePointCount(0, password.length());
  }

  /** Whether all of it is one entry of the list, whatever capitals and digits were put in. */
  private static boolean isCommon(Strength strength, String password) {
    return strength.getSequence().stream()
        .anyMatch(
            match ->
                match.pattern == Pattern.Dictionary
                    && COMMON.equals(match.dictionaryName)
                    && match.i == 0
                    && match.j == password.length() - 1);
  }

  private static List<String> names(Collection<String> own) {
    var names = new ArrayList<String>();
    for (var name : own) {
      var plain = name.strip().toLowerCase(Locale.ROOT);
      if (!plain.isEmpty()) {
        names.add(plain);
        int at = plain.indexOf('@');
        if (at > 0) {
          names.add(plain.substring(0, at));
          names.add(plain.substring(at + 1));
        }
      }
    }
    return names;
  }
}
