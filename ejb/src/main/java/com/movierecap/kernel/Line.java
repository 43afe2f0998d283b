package com.movierecap.kernel;

/** What people write in one line: what they call themselves, a key, a tenant. */
public final class Line {
  private Line() {}

  /**
   * @param field what a request calls it
   * @param most how many characters it may have
   * @return the text without spaces around it
   * @throws ProblemException where it is empty, too long, or holds a control character
   */
  public static String of(String text, String field, int most) {
    var line = text.strip();
    if (line.isEmpty() || line.length() > most || line.chars().anyMatch(Character::isISOControl)) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, field + ": 1–" + most);
    }
    return line;
  }

  /** As much of a text as there is room for, without half a character at its end. */
  public static String start(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }

  /** As {@link #start}, of what stands at its end. */
  public static String end(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int from = text.length() - most;
    return text.substring(Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from);
  }
}
