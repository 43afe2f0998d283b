package com.movierecap.media.subtitles;

import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SCC: the bytes of line 21 as a decoder gets them (CEA-608, first channel). What a decoder shows
 * becomes cues; where it stands on the screen is left aside.
 */
final class SceneCaptions {
  private static final Pattern LINE =
      Pattern.compile("^(\\d{2}):(\\d{2}):(\\d{2})([:;.])(\\d{2})\\s+(.*)$");

  /** Two bytes go with each picture of NTSC. */
  private static final double SECONDS_A_PAIR = 1001 / 30000.0;

  private static final int BASE_ROW = 15;

  /** Where CEA-608 differs from ASCII, character by character. */
  private static final String FROM = "*\\^_`{|}~\u007F";

  private static final String TO = "áéíóúç÷Ññ█";
  private static final String SPECIAL = "®°½¿™¢£♪à èâêîôû";
  private static final String SPANISH_FRENCH = "ÁÉÓÚÜü‘¡*'—©℠•“”ÀÂÇÈÊËëÎÏïÔÙùÛ«»";
  private static final String PORTUGUESE_GERMAN = "ÃãÍÌìÒòÕõ{}\\^_|~ÄäÖöß¥¤│ÅåØø┌┐└┘";
  private static final int[] ROWS = {11, 11, 1, 2, 3, 4, 12, 13, 14, 15, 5, 6, 7, 8, 9, 10};

  private enum Mode {
    POP_ON,
    ROLL_UP,
    PAINT_ON
  }

  private final FoundCues found;
  private Mode mode = Mode.POP_ON;
  private boolean firstChannel = true;
  private int row = BASE_ROW;
  private int before;
  private TreeMap<Integer, StringBuilder> shown = new TreeMap<>();
  private TreeMap<Integer, StringBuilder> hidden = new TreeMap<>();
  private double shownSince;

  private SceneCaptions(FoundCues found) {
    this.found = found;
  }

  static void read(List<String> lines, FoundCues found) {
    SceneCaptions decoder = new SceneCaptions(found);
    for (String line : lines) {
      Matcher m = LINE.matcher(line.strip());
      if (m.matches()) {
        decoder.line(start(m), m.group(6));
      } else if (!line.isBlank() && !line.startsWith("Scenarist_SCC")) {
        found.drop();
      }
    }
    decoder.end(FoundCues.OPEN);
  }

  /** With a semicolon two numbers are left out each minute but the tenth. */
  private static double start(Matcher m) {
    long minutes = Integer.parseInt(m.group(1)) * 60L + Integer.parseInt(m.group(2));
    long pictures =
        (minutes * 60 + Integer.parseInt(m.group(3))) * 30 + Integer.parseInt(m.group(5));
    boolean dropFrame = !m.group(4).equals(":");
    return (pictures - (dropFrame ? 2 * (minutes - minutes / 10) : 0)) * SECONDS_A_PAIR;
  }

  private void line(double start, String words) {
    String[] pairs = words.strip().split("\\s+");
    before = 0;
    for (int i = 0; i < pairs.length; i++) {
      if (!pairs[i].matches("[0-9A-Fa-f]{4}")) {
        continue;
      }
      int pair = Integer.parseInt(pairs[i], 16) & 0x7F7F;
      int high = pair >> 8;
      if (high >= 0x10 && high < 0x20) {
        // commands are sent twice
        boolean again = pair == before;
        before = again ? 0 : pair;
        if (!again) {
          command(high, pair & 0xFF, start + i * SECONDS_A_PAIR);
        }
      } else {
        before = 0;
        letter(high, start + i * SECONDS_A_PAIR);
        letter(pair & 0xFF, start + i * SECONDS_A_PAIR);
      }
    }
  }

  private void command(int high, int low, double at) {
    firstChannel = high < 0x18;
    if (!firstChannel) {
      return;
    }
    if (low >= 0x40) {
      place(ROWS[2 * (high & 7) + ((low & 0x20) >> 5)]);
    } else if (high == 0x14) {
      control(low, at);
    } else if (high == 0x11) {
      write(low >= 0x30 ? SPECIAL.charAt(low - 0x30) : ' ', at);
    } else if ((high == 0x12 || high == 0x13) && low >= 0x20) {
      // stands for the letter before it, which lesser decoders show
      StringBuilder text = memory().computeIfAbsent(row, r -> new StringBuilder());
      text.setLength(Math.max(0, text.length() - 1));
      write((high == 0x12 ? SPANISH_FRENCH : PORTUGUESE_GERMAN).charAt(low - 0x20), at);
    }
  }

  private void place(int to) {
    if (mode == Mode.ROLL_UP) {
      return;
    }
    row = to;
    StringBuilder there = memory().get(row);
    if (there != null && there.length() > 0) {
      there.append(' ');
    }
  }

  private void control(int low, double at) {
    switch (low) {
      case 0x20 -> mode = Mode.POP_ON;
      case 0x21 -> {
        StringBuilder text = memory().get(row);
        if (text != null && text.length() > 0) {
          text.setLength(text.length() - 1);
        }
      }
      case 0x25, 0x26, 0x27 -> {
        if (mode != Mode.ROLL_UP) {
          end(at);
        }
        mode = Mode.ROLL_UP;
        row = BASE_ROW;
      }
      case 0x29 -> {
        mode = Mode.PAINT_ON;
        end(at);
      }
      case 0x2C -> end(at);
      case 0x2D -> {
        // each line of a text that rolls up is a cue, so that none is told twice
        if (mode == Mode.ROLL_UP) {
          end(at);
        }
      }
      case 0x2E -> hidden.clear();
      case 0x2F -> {
        end(at);
        shown = hidden;
        hidden = new TreeMap<>();
        shownSince = at;
        mode = Mode.POP_ON;
      }
      default -> {
        // colours, tabs and other services
      }
    }
  }

  private TreeMap<Integer, StringBuilder> memory() {
    return mode == Mode.POP_ON ? hidden : shown;
  }

  private void letter(int code, double at) {
    if (code >= 0x20 && firstChannel) {
      int place = FROM.indexOf(code);
      write(place >= 0 ? TO.charAt(place) : (char) code, at);
    }
  }

  private void write(char letter, double at) {
    if (mode != Mode.POP_ON && shown.values().stream().allMatch(t -> t.isEmpty())) {
      shownSince = at;
    }
    @Nullable StringBuilder text = memory().get(row);
    if (text == null) {
      text = new StringBuilder();
      memory().put(row, text);
    }
    if (text.length() < Cues.LONGEST_TEXT) {
      text.append(letter);
    }
  }

  /** What is shown goes. */
  private void end(double at) {
    String text = CueText.lines(String.join("\n", shown.values()));
    shown.clear();
    if (at > shownSince || Double.isNaN(at)) {
      found.add(milliseconds(shownSince), milliseconds(at), text);
    }
  }

  private static double milliseconds(double seconds) {
    return Double.isNaN(seconds) ? seconds : Math.round(seconds * 1000) / 1000.0;
  }
}
