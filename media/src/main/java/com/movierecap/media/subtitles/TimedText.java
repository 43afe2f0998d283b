package com.movierecap.media.subtitles;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * TTML and its older self DFXP. The XML may come from anybody: no document type, no entities but
 * HTML's names (which are replaced before), nothing outside of the file.
 *
 * @see <a href="https://www.w3.org/TR/ttml1/">TTML 1</a>
 */
final class TimedText {
  private static final Pattern CLOCK =
      Pattern.compile(
          "(\\d{1,4}):(\\d{1,2}):(\\d{1,2})(?:\\.(\\d{1,9})|[:;](\\d{1,3})(?:\\.\\d{1,3})?)?");
  private static final Pattern OFFSET =
      Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)(h|m|s|ms|f|t)");
  private static final Pattern PAIR = Pattern.compile("(\\d{1,6})[\\s:](\\d{1,6})");

  /** Entities that XML itself has. */
  private static final Pattern OTHER_ENTITY = Pattern.compile("&(?!(?:amp|lt|gt|quot|apos|#)\\b)");

  private static final double USUAL_RATE = 30;
  private static final int DEEPEST = 200;

  private final FoundCues found;
  private final Deque<Element> open = new ArrayDeque<>();
  private double frameRate = USUAL_RATE;
  private double tickRate;
  private int hidden;

  /** An element with what is known of its time. */
  private static final class Element {
    final double start;
    final double end;
    final boolean broken;
    final StringBuilder text;
    final boolean own;

    /**
     * @param text shared with the element around, unless it is a cue of its own
     */
    Element(double start, double end, boolean broken, StringBuilder text, boolean own) {
      this.start = start;
      this.end = end;
      this.broken = broken;
      this.text = text;
      this.own = own;
    }
  }

  private TimedText(FoundCues found) {
    this.found = found;
  }

  static void read(String text, FoundCues found) {
    // what HTML has a name for becomes a letter, what is left is text
    String named = OTHER_ENTITY.matcher(namedLetters(text)).replaceAll("&amp;");
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    try {
      XMLStreamReader reader =
          factory.createXMLStreamReader(new StringReader(named.stripLeading()));
      new TimedText(found).read(reader);
    } catch (XMLStreamException e) {
      // what stands before the fault has been read
      found.drop();
    }
  }

  private static String namedLetters(String text) {
    return text.indexOf('&') < 0 ? text : CueText.namedEntities(text);
  }

  private void read(XMLStreamReader reader) throws XMLStreamException {
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD -> throw new XMLStreamException("a document type");
        case XMLStreamConstants.START_ELEMENT -> start(reader);
        case XMLStreamConstants.END_ELEMENT -> end(reader.getLocalName());
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          Element around = open.peek();
          if (around != null && hidden == 0) {
            around.text.append(reader.getText().replaceAll("\\s+", " "));
          }
        }
        default -> {
          // comments and the like
        }
      }
    }
  }

  private void start(XMLStreamReader reader) throws XMLStreamException {
    String name = reader.getLocalName();
    if (open.size() >= DEEPEST) {
      throw new XMLStreamException("too deep");
    }
    switch (name) {
      case "tt" -> rates(reader);
      case "head", "metadata" -> hidden++;
      case "br" -> {
        Element around = open.peek();
        if (around != null) {
          around.text.append('\n');
        }
      }
      case "body", "div", "p", "span" -> open.push(element(reader, name));
      default -> {
        // of other namespaces
      }
    }
  }

  private Element element(XMLStreamReader reader, String name) {
    @Nullable Element around = open.peek();
    @Nullable String begin = reader.getAttributeValue(null, "begin");
    @Nullable String end = reader.getAttributeValue(null, "end");
    @Nullable String dur = reader.getAttributeValue(null, "dur");
    double outer = around == null ? 0 : around.start;
    double from = outer + (begin == null ? 0 : seconds(begin));
    double to =
        end != null
            ? outer + seconds(end)
            : dur != null ? from + seconds(dur) : around == null ? FoundCues.OPEN : around.end;
    boolean broken =
        Double.isNaN(from)
            || (end != null && Double.isNaN(seconds(end)))
            || (dur != null && Double.isNaN(seconds(dur)))
            || (around != null && around.broken);
    boolean own =
        name.equals("p") || around == null || (name.equals("span") && begin != null && hidden == 0);
    return new Element(from, to, broken, own ? new StringBuilder() : around.text, own);
  }

  private void end(String name) {
    switch (name) {
      case "head", "metadata" -> hidden--;
      case "body", "div", "p", "span" -> {
        Element done = open.pop();
        if (done.own && !name.equals("body") && !name.equals("div")) {
          String text = CueText.lines(FoundCues.limited(done.text.toString()));
          boolean timed = !done.broken && !(done.start == 0 && Double.isNaN(done.end));
          if (timed) {
            found.add(done.start, done.end, text);
          } else if (!text.isEmpty()) {
            found.drop();
          }
        }
      }
      default -> {
        // as above
      }
    }
  }

  private void rates(XMLStreamReader reader) {
    frameRate = number(parameter(reader, "frameRate"), USUAL_RATE);
    @Nullable String times = parameter(reader, "frameRateMultiplier");
    Matcher m = PAIR.matcher(times == null ? "" : times.strip());
    if (m.matches() && Integer.parseInt(m.group(2)) > 0) {
      frameRate *= Double.parseDouble(m.group(1)) / Integer.parseInt(m.group(2));
    }
    boolean framesTold = parameter(reader, "frameRate") != null;
    tickRate = number(parameter(reader, "tickRate"), framesTold ? frameRate : 1);
  }

  /** Its namespace changed from draft to draft. */
  private static @Nullable String parameter(XMLStreamReader reader, String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  private static double number(@Nullable String text, double otherwise) {
    return text != null && text.strip().matches("[1-9]\\d{0,9}")
        ? Double.parseDouble(text.strip())
        : otherwise;
  }

  /** NaN where it is no time. */
  private double seconds(String text) {
    Matcher clock = CLOCK.matcher(text.strip());
    if (clock.matches()) {
      double whole =
          Integer.parseInt(clock.group(1)) * 3600
              + Integer.parseInt(clock.group(2)) * 60
              + Integer.parseInt(clock.group(3));
      double part = clock.group(4) == null ? 0 : Double.parseDouble("0." + clock.group(4));
      part += clock.group(5) == null ? 0 : Integer.parseInt(clock.group(5)) / frameRate;
      return milliseconds(whole + part);
    }
    Matcher offset = OFFSET.matcher(text.strip());
    if (!offset.matches()) {
      return Double.NaN;
    }
    double value = Double.parseDouble(offset.group(1));
    return milliseconds(
        switch (offset.group(2)) {
          case "h" -> value * 3600;
          case "m" -> value * 60;
          case "ms" -> value / 1000;
          case "f" -> value / frameRate;
          case "t" -> value / (tickRate == 0 ? 1 : tickRate);
          default -> value;
        });
  }

  private static double milliseconds(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }
}
