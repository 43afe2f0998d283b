package com.movierecap.media.captions;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.text.AttributedCharacterIterator;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Draws a caption for burning in: white with a dark outline, centred, at most two lines wherever
 * they can be read, in any script the machine has a font for. {@link TextLayout} does the shaping
 * (Arabic joins, Devanagari reorders) and the direction.
 */
public final class CaptionPainter {
  /**
   * Debian's fonts-noto-core and fonts-noto-cjk; the logical font stands in for what is missing.
   */
  private static final List<String> FAMILIES =
      List.of(
          "Noto Sans",
          "Noto Sans Arabic",
          "Noto Sans Devanagari",
          "Noto Sans CJK JP",
          "Noto Sans Hebrew",
          "Noto Sans Thai",
          Font.SANS_SERIF);

  /** Skin tones of emoji: white letters have none, and fonts without colours draw a box. */
  private static final Pattern SKIN_TONES = Pattern.compile("[\\x{1F3FB}-\\x{1F3FF}]");

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
  private static final double LINE_SPACING = 1.24;

  private final int width;
  private final int height;

  /**
   * @param width of the recap's picture
   * @param height of the recap's picture
   */
  public CaptionPainter(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /**
   * A caption and where its upper left corner lies in the picture.
   *
   * @param image with transparency, no larger than the text
   */
  public record Drawn(BufferedImage image, int x, int y) {}

  /** The first row that two lines may reach. */
  public int top() {
    double size = size();
    return (int) (bottom() - size * LINE_SPACING - size * 1.2);
  }

  private double size() {
    return Math.max(11, Math.min(width, height) / 17.0);
  }

  public Drawn draw(String caption) {
    String text = SKIN_TONES.matcher(caption).replaceAll("");
    double size = size();
    List<TextLayout> lines = lines(text, size);
    for (int attempt = 0; lines.size() > 2 && attempt < 5; attempt++) {
      size *= 0.9;
      lines = lines(text, size);
    }
    double spacing = size * LINE_SPACING;
    Area glyphs = new Area();
    for (int i = 0; i < lines.size(); i++) {
      // by its ink: the blank at a line's end lies on the left where text runs from the right
      Shape line = lines.get(i).getOutline(null);
      double x = width / 2.0 - line.getBounds2D().getCenterX();
      AffineTransform place = AffineTransform.getTranslateInstance(x, i * spacing);
      glyphs.add(new Area(place.createTransformedShape(line)));
    }
    return drawn(glyphs, size, bottom() - (lines.size() - 1) * spacing);
  }

  /** The last baseline; higher in upright pictures, whose lower edge players cover with buttons. */
  private double bottom() {
    return height * (height > width ? 0.82 : 0.92);
  }

  private Drawn drawn(Shape glyphs, double size, double baseline) {
    float outline = (float) (size * 0.16);
    int pad = (int) Math.ceil(outline) + 2;
    Rectangle2D bounds = glyphs.getBounds2D();
    // even corners: the picture's colour is stored for two by two pixels
    int left = ((int) Math.floor(bounds.getX()) - pad) & ~1;
    int top = ((int) Math.floor(bounds.getY() + baseline) - pad) & ~1;
    int across = ((int) Math.ceil(bounds.getMaxX()) + pad - left + 1) & ~1;
    int down = ((int) Math.ceil(bounds.getMaxY() + baseline) + pad - top + 1) & ~1;
    BufferedImage image =
        new BufferedImage(Math.max(2, across), Math.max(2, down), BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.translate(-left, baseline - top);
    g.setColor(new Color(0, 0, 0, 215));
    g.setStroke(new BasicStroke(outline, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(glyphs);
    g.setColor(Color.WHITE);
    g.fill(glyphs);
    g.dispose();
    return new Drawn(image, left, top);
  }

  /** The text's own lines where they fit, else the words flowed anew into lines of like length. */
  private List<TextLayout> lines(String text, double size) {
    float room = width * 0.88f;
    List<TextLayout> own = new ArrayList<>();
    String[] written = text.strip().split("\\R");
    for (String line : written) {
      own.addAll(flowed(line, size, room));
    }
    if (own.size() <= 2 && own.size() == written.length) {
      return own;
    }
    String whole = text.strip().replaceAll("\\s*\\R\\s*", " ");
    List<TextLayout> flowed = flowed(whole, size, room);
    float narrow = room;
    while (flowed.size() == 2 && narrow > room * 0.5f) {
      narrow *= 0.95f;
      List<TextLayout> closer = flowed(whole, size, narrow);
      if (closer.size() > 2) {
        break;
      }
      flowed = closer;
    }
    return flowed;
  }

  private static List<TextLayout> flowed(String text, double size, float room) {
    if (text.isBlank()) {
      return List.of();
    }
    AttributedCharacterIterator styled = styled(text, size).getIterator();
    LineBreakMeasurer measurer = new LineBreakMeasurer(styled, CONTEXT);
    List<TextLayout> lines = new ArrayList<>();
    while (measurer.getPosition() < styled.getEndIndex()) {
      lines.add(measurer.nextLayout(room));
    }
    return lines;
  }

  /** One font for all of the text where one has every letter, else the first that has each. */
  private static AttributedString styled(String text, double size) {
    AttributedString styled = new AttributedString(text);
    List<Font> fonts =
        FAMILIES.stream().map(f -> new Font(f, Font.BOLD, 1).deriveFont((float) size)).toList();
    for (Font font : fonts) {
      if (font.canDisplayUpTo(text) < 0) {
        styled.addAttribute(TextAttribute.FONT, font);
        return styled;
      }
    }
    Font current = fonts.get(0);
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int letter = text.codePointAt(i);
      if (!current.canDisplay(letter)) {
        current = fonts.stream().filter(f -> f.canDisplay(letter)).findFirst().orElse(fonts.get(0));
      }
      styled.addAttribute(TextAttribute.FONT, current, i, i + Character.charCount(letter));
    }
    return styled;
  }
}
