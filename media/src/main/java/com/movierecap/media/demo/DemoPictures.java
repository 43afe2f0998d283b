package com.movierecap.media.demo;

import com.movierecap.media.demo.DemoScript.DemoShot;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Draws every picture of the demo film, on all processors, in order. */
final class DemoPictures {
  private static final int AHEAD = 6;
  private final int width;
  private final int height;

  DemoPictures(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** Writes all pictures as FFmpeg's {@code bgr0}: four bytes a pixel, the fourth unused. */
  void writeTo(OutputStream out) throws IOException, InterruptedException {
    int processors = Runtime.getRuntime().availableProcessors();
    ExecutorService painters = Executors.newFixedThreadPool(processors);
    try {
      Deque<Future<byte[]>> drawn = new ArrayDeque<>();
      for (int index = 0; index < DemoScript.SHOTS.size(); index++) {
        DemoShot shot = DemoScript.SHOTS.get(index);
        BufferedImage backdrop = backdrop(shot);
        for (int frame = shot.startFrame(); frame < shot.endFrame(); frame++) {
          drawn.add(painters.submit(picture(index, frame, backdrop)));
          if (drawn.size() > AHEAD) {
            out.write(take(drawn));
          }
        }
      }
      while (!drawn.isEmpty()) {
        out.write(take(drawn));
      }
    } finally {
      painters.shutdownNow();
    }
  }

  private static byte[] take(Deque<Future<byte[]>> drawn) throws InterruptedException {
    try {
      return drawn.remove().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot draw the demo film", e.getCause());
    }
  }

  private BufferedImage backdrop(DemoShot shot) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = canvas(image);
    shot.painter().backdrop(g);
    g.dispose();
    return image;
  }

  private Callable<byte[]> picture(int index, int frame, BufferedImage backdrop) {
    return () -> {
      DemoShot shot = DemoScript.SHOTS.get(index);
      BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      Graphics2D plain = image.createGraphics();
      plain.drawImage(backdrop, 0, 0, null);
      plain.dispose();
      Graphics2D g = canvas(image);
      shot.painter().foreground(g, (frame - shot.startFrame()) / (double) DemoScript.FRAME_RATE);
      double exposure = DemoScript.exposure(index, frame);
      if (exposure < 1) {
        g.setColor(new Color(0f, 0f, 0f, (float) (1 - exposure)));
        g.fillRect(0, 0, Painter.WIDTH, Painter.HEIGHT);
      }
      g.dispose();
      return bytes(image);
    };
  }

  private Graphics2D canvas(BufferedImage image) {
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.scale(width / (double) Painter.WIDTH, height / (double) Painter.HEIGHT);
    return g;
  }

  private static byte[] bytes(BufferedImage image) {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    byte[] bytes = new byte[pixels.length * 4];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(pixels);
    return bytes;
  }
}
