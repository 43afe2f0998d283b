package com.movierecap.media.evaluation;

import com.movierecap.media.Shot.Kind;
import com.movierecap.media.TestFilms;
import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A film of story, black, logos, titles and credits in many looks, and of story that looks like
 * those: night skies, snow, signs, silhouettes, subtitles. Everything follows from the seed.
 */
final class KindsFilm {
  static final int RATE = 12;
  private static final int W = 640;
  private static final int H = 360;

  /** In every script the portal's languages are written in. */
  private static final String[] WORDS = {
    "The Last Lighthouse Keeper",
    "TWENTY YEARS LATER",
    "A film by Anna Berg",
    "Directed by Ivan Lee",
    "Музыка Ивана Петрова",
    "Последний маяк",
    "إخراج سامي حداد",
    "حارس المنارة الأخير",
    "निर्देशक अमित शर्मा",
    "आखिरी प्रकाशस्तंभ",
    "最後の灯台守 監督 田中",
    "制片人 王小明 灯塔",
    "마지막 등대지기 감독 김",
    "Der Wärter des Lichts",
    "El último farero",
    "Le dernier gardien du phare"
  };

  private static final String[] FONTS = {"SansSerif", "Serif"};

  private static final String[] LIKENESSES = {
    "stars",
    "snow",
    "subtitles",
    "silhouettes",
    "sign",
    "lit windows",
    "one facade",
    "moon",
    "lamp",
    "words in the dark"
  };

  /** What a shot of it shows, and what that is. */
  record Part(Kind kind, String name, double start, double end) {}

  private interface Drawing {
    void draw(Graphics2D g, double t, double length);
  }

  private record Scene(Kind kind, String name, double seconds, Drawing drawing) {}

  private final Random random;
  private final List<Scene> scenes = new ArrayList<>();

  KindsFilm(long seed) {
    random = new Random(seed);
    add(Kind.LOGO, "logo", 3, logo());
    add(Kind.STORY, "place", 4, place());
    for (int i = 0; i < LIKENESSES.length; i++) {
      if (random.nextInt(3) == 0) {
        add(Kind.BLACK, "black", 1.2, (g, t, l) -> {});
      }
      add(Kind.TITLE, "title", 2 + 2 * random.nextDouble(), title());
      add(Kind.STORY, "place", 2, place());
      add(Kind.STORY, "night", 3, night());
      add(Kind.STORY, LIKENESSES[i], 4, likeness(i));
    }
    for (int i = 0; i < 4; i++) {
      add(Kind.STORY, "place", 4, place());
    }
    int way = Math.floorMod(seed, 4);
    double length = 10 + 4 * random.nextDouble();
    switch (way) {
      case 0 -> add(Kind.CREDITS, "rolling credits", length, rolling(null));
      case 1 -> {
        for (int i = 0; i < 4; i++) {
          add(Kind.CREDITS, "paged credits", 2.5, title());
        }
      }
      case 2 -> add(Kind.CREDITS, "credits over a picture", length, rolling(place()));
      default -> add(Kind.CREDITS, "credits beside a picture", length, beside(place()));
    }
  }

  private void add(Kind kind, String name, double seconds, Drawing drawing) {
    scenes.add(new Scene(kind, name, Math.round(seconds * RATE) / (double) RATE, drawing));
  }

  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    double at = 0;
    for (Scene s : scenes) {
      parts.add(new Part(s.kind, s.name, at, at + s.seconds));
      at += s.seconds;
    }
    return parts;
  }

  void write(Path file) {
    BufferedImage image = new BufferedImage(W, H, BufferedImage.TYPE_3BYTE_BGR);
    byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    TestFilms.makeFrom(
        out -> {
          for (Scene scene : scenes) {
            for (int f = 0; f < Math.round(scene.seconds * RATE); f++) {
              Graphics2D g = image.createGraphics();
              g.setRenderingHint(
                  RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
              g.setColor(Color.BLACK);
              g.fillRect(0, 0, W, H);
              scene.drawing.draw(g, f / (double) RATE, scene.seconds);
              g.dispose();
              out.write(pixels);
            }
          }
        },
        ("-f rawvideo -pix_fmt bgr24 -s %dx%d -r %d -i - -pix_fmt yuv420p -c:v libx264"
                + " -preset veryfast %s")
            .formatted(W, H, RATE, file)
            .split(" "));
  }

  private Drawing place() {
    PaintedShot shot = new PaintedShot(random.nextLong(), random.nextInt(1000), 1, 1);
    return painted(shot);
  }

  private Drawing night() {
    return painted(
        new PaintedShot(
            random.nextLong(), random.nextInt(1000), 0.1 + 0.15 * random.nextDouble(), 1));
  }

  private static Drawing painted(PaintedShot shot) {
    BufferedImage small =
        new BufferedImage(PaintedShot.WIDTH, PaintedShot.HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    return (g, t, l) -> {
      shot.draw(small, t, -1);
      g.drawImage(small, 0, 0, W, H, null);
    };
  }

  private Drawing logo() {
    Color colour = Color.getHSBColor(random.nextFloat(), 0.8f, 0.9f);
    boolean dark = random.nextBoolean();
    int size = 60 + random.nextInt(80);
    boolean ring = random.nextBoolean();
    return (g, t, l) -> {
      g.setColor(dark ? Color.BLACK : Color.WHITE);
      g.fillRect(0, 0, W, H);
      fade(g, t, l);
      g.setColor(colour);
      g.fillOval((W - size) / 2, (H - size) / 2, size, size);
      g.setColor(dark ? Color.BLACK : Color.WHITE);
      if (ring) {
        g.fillOval((W - size / 2) / 2, (H - size / 2) / 2, size / 2, size / 2);
      }
    };
  }

  private Drawing title() {
    int lines = 1 + random.nextInt(4);
    int size = 13 + random.nextInt(40) / lines;
    Font font = new Font(FONTS[random.nextInt(2)], random.nextInt(2), size);
    int ground = random.nextInt(4);
    Color shade = Color.getHSBColor(random.nextFloat(), 0.5f, ground == 2 ? 0.9f : 0.3f);
    Color ink = ground == 2 ? new Color(30, 20, 20) : new Color(255, 250, 180 + random.nextInt(76));
    int first = random.nextInt(WORDS.length);
    int y = 90 + random.nextInt(80);
    return (g, t, l) -> {
      if (ground > 0) {
        g.setPaint(
            ground == 3 ? new GradientPaint(0, 0, shade, W, H, shade.darker().darker()) : shade);
        g.fillRect(0, 0, W, H);
      }
      fade(g, t, l);
      g.setColor(ink);
      lines(g, font, first, lines, W / 2, y);
    };
  }

  /** In and out within half a second. */
  private static void fade(Graphics2D g, double t, double length) {
    double shown = Math.max(0, Math.min(1, Math.min(2 * t, 2 * (length - t))));
    g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) shown));
  }

  private static void lines(Graphics2D g, Font font, int first, int count, int middle, int top) {
    g.setFont(font);
    for (int i = 0; i < count; i++) {
      String words = WORDS[(first + 3 * i) % WORDS.length];
      int width = g.getFontMetrics().stringWidth(words);
      g.drawString(words, middle - width / 2, (int) (top + 1.6 * i * font.getSize()));
    }
  }

  private Drawing rolling(@org.jspecify.annotations.Nullable Drawing behind) {
    Font font = new Font(FONTS[random.nextInt(2)], random.nextInt(2), 16 + random.nextInt(6));
    int first = random.nextInt(WORDS.length);
    return (g, t, l) -> {
      if (behind != null) {
        behind.draw(g, t / 3, l);
        g.setColor(new Color(0, 0, 0, 150));
        g.fillRect(0, 0, W, H);
      }
      g.setColor(Color.WHITE);
      lines(g, font, first, 30, W / 2, (int) (H / 2 - 40 * t));
    };
  }

  private Drawing beside(Drawing film) {
    Font font = new Font(FONTS[random.nextInt(2)], Font.PLAIN, 14 + random.nextInt(4));
    int first = random.nextInt(WORDS.length);
    BufferedImage small = new BufferedImage(W, H, BufferedImage.TYPE_3BYTE_BGR);
    return (g, t, l) -> {
      Graphics2D other = small.createGraphics();
      film.draw(other, t, l);
      other.dispose();
      g.drawImage(small, 0, 90, 320, 180, null);
      g.setColor(Color.WHITE);
      lines(g, font, first, 8, 480, 80);
    };
  }

  /** Story that looks like a title, a logo or credits. */
  private Drawing likeness(int which) {
    long seed = random.nextLong();
    Drawing place = place();
    return switch (which) {
      case 0 -> (g, t, l) -> stars(g, new Random(seed), t);
      case 1 ->
          (g, t, l) -> {
            place.draw(g, t, l);
            snow(g, new Random(seed), t);
          };
      case 2 ->
          (g, t, l) -> {
            place.draw(g, t, l);
            g.setColor(Color.WHITE);
            lines(g, new Font("SansSerif", Font.PLAIN, 22), (int) (seed & 7), 2, W / 2, 310);
          };
      case 3 -> (g, t, l) -> silhouettes(g, new Random(seed), t);
      case 4 ->
          (g, t, l) -> {
            place.draw(g, t, l);
            g.setColor(new Color(160, 30, 30));
            g.fillRect(240, 110, 170, 60);
            g.setColor(Color.WHITE);
            lines(g, new Font("Serif", Font.BOLD, 14), (int) (seed & 7), 1, 325, 145);
          };
      case 5 -> (g, t, l) -> windows(g, new Random(seed));
      case 6 -> (g, t, l) -> facade(g, new Random(seed));
      case 7 -> (g, t, l) -> moon(g, new Random(seed), t);
      case 8 -> (g, t, l) -> lamp(g, new Random(seed), t);
      default ->
          (g, t, l) -> {
            g.setColor(Color.WHITE);
            lines(g, new Font("SansSerif", Font.PLAIN, 22), (int) (seed & 7), 2, W / 2, 310);
          };
    };
  }

  private static void stars(Graphics2D g, Random r, double t) {
    g.setPaint(new GradientPaint(0, 0, new Color(4, 6, 20), 0, H, new Color(15, 18, 45)));
    g.fillRect(0, 0, W, H);
    int count = 10 + r.nextInt(150);
    for (int i = 0; i < count; i++) {
      double size = 1 + 3 * Math.pow(r.nextDouble(), 2);
      g.setColor(new Color(255, 255, 230, 120 + r.nextInt(136)));
      g.fill(new Ellipse2D.Double(r.nextInt(W) + t, r.nextInt(H), size, size));
    }
    if (r.nextBoolean()) {
      g.setColor(new Color(230, 225, 190));
      g.fillOval(r.nextInt(W), r.nextInt(H / 2), 40, 40);
    }
    double burst = t % 1.5;
    int x = 100 + r.nextInt(W - 200);
    for (int i = 0; i < 24; i++) {
      g.setColor(new Color(255, 180, 90, (int) (255 * (1 - burst / 1.5))));
      double reach = 20 + 70 * burst;
      g.fillOval(
          (int) (x + reach * Math.cos(i / 24.0 * 6.28)),
          (int) (120 + reach * Math.sin(i / 24.0 * 6.28)),
          4,
          4);
    }
  }

  private static void snow(Graphics2D g, Random r, double t) {
    g.setColor(new Color(250, 250, 255, 220));
    for (int i = 0; i < 250; i++) {
      int size = 2 + r.nextInt(4);
      double speed = 30 + 60 * r.nextDouble();
      g.fillOval(r.nextInt(W), (int) ((r.nextInt(H) + speed * t) % H), size, size);
    }
  }

  private static void silhouettes(Graphics2D g, Random r, double t) {
    g.setPaint(new GradientPaint(0, 0, new Color(240, 150, 60), 0, H, new Color(250, 220, 140)));
    g.fillRect(0, 0, W, H);
    g.setColor(new Color(20, 12, 10));
    g.fillRect(0, 290, W, 70);
    int people = 1 + r.nextInt(8);
    for (int i = 0; i < people; i++) {
      int x = 60 + r.nextInt(W - 120) + (int) (8 * t);
      int tall = 30 + r.nextInt(60);
      g.fillRect(x, 290 - tall, tall / 4, tall);
      g.fillOval(x - 2, 290 - tall - tall / 4, tall / 3, tall / 3);
    }
    for (int i = 0; i < 8; i++) {
      int x = r.nextInt(W);
      int y = 40 + r.nextInt(120);
      g.drawLine(x, y, x + 8, y + 5);
      g.drawLine(x + 8, y + 5, x + 16, y);
    }
  }

  /** A town at night: rows of lit windows. */
  private static void windows(Graphics2D g, Random r) {
    g.setColor(new Color(8, 8, 16));
    g.fillRect(0, 0, W, H);
    for (int house = 0; house < 7; house++) {
      int x = house * 92 + r.nextInt(20);
      int top = 90 + r.nextInt(130);
      g.setColor(new Color(16, 16, 26));
      g.fillRect(x, top, 80, H - top);
      for (int wx = x + 8; wx < x + 72; wx += 16) {
        for (int wy = top + 10; wy < H - 20; wy += 24) {
          if (r.nextInt(3) > 0) {
            g.setColor(new Color(250, 220, 120, 120 + r.nextInt(136)));
            g.fillRect(wx, wy, 8, 12);
          }
        }
      }
    }
  }

  /** Lit windows in rows and columns, and nothing else to be seen. */
  private static void facade(Graphics2D g, Random r) {
    int across = 5 + r.nextInt(20);
    int pitch = 12 + r.nextInt(20);
    int left = (W - across * pitch) / 2 + r.nextInt(40);
    int floors = 2 + r.nextInt(5);
    for (int floor = 0; floor < floors; floor++) {
      for (int i = 0; i < across; i++) {
        if (r.nextInt(3) > 0) {
          g.setColor(new Color(250, 220, 120, 120 + r.nextInt(136)));
          g.fillRect(left + i * pitch, 80 + floor * 2 * pitch, pitch / 2, pitch);
        }
      }
    }
  }

  private static void moon(Graphics2D g, Random r, double t) {
    int size = 30 + r.nextInt(60);
    g.setColor(new Color(235, 230, 200));
    g.fill(new Ellipse2D.Double(150 + r.nextInt(300) + 3 * t, 60 + r.nextInt(150), size, size));
  }

  private static void lamp(Graphics2D g, Random r, double t) {
    float x = 100 + r.nextInt(W - 200);
    float y = 100 + r.nextInt(H - 200);
    float flicker = (float) (120 + 60 * r.nextDouble() + 6 * Math.sin(9 * t));
    g.setPaint(
        new java.awt.RadialGradientPaint(
            x,
            y,
            flicker,
            new float[] {0, 0.15f, 1},
            new Color[] {new Color(255, 240, 200), new Color(150, 90, 30), new Color(0, 0, 0, 0)}));
    g.fillRect(0, 0, W, H);
  }
}
