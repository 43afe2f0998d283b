package com.movierecap.media.demo;

import com.movierecap.media.Cue;
import com.movierecap.media.Shot.Transition;
import java.util.List;

/** The story, shot by shot and sentence by sentence. All times are whole pictures. */
final class DemoScript {
  static final int FRAME_RATE = 24;
  static final int FRAMES = 72 * FRAME_RATE;

  /** A fade to black and the fade from black after it last half a second each. */
  static final int FADE_FRAMES = FRAME_RATE / 2;

  /**
   * @param startFrame index of its first picture
   * @param endFrame index after its last picture
   * @param transition how it begins; a fade's boundary is its blackest picture
   * @param scene index of the scene it belongs to
   */
  record DemoShot(
      int startFrame, int endFrame, Transition transition, int scene, Painter painter) {}

  static final List<DemoShot> SHOTS =
      List.of(
          shot(0, 5.5, Transition.START, 0, HarbourScene.sunrise()),
          shot(5.5, 9.5, Transition.CUT, 0, HarbourScene.town()),
          shot(9.5, 14, Transition.CUT, 0, HarbourScene.folding()),
          shot(14, 18.5, Transition.CUT, 1, VoyageScene.settingSail()),
          shot(18.5, 22, Transition.CUT, 1, VoyageScene.underWater()),
          shot(22, 27, Transition.CUT, 1, VoyageScene.whale()),
          shot(27, 31.5, Transition.FADE, 2, StormScene.paperBoatInRain()),
          shot(31.5, 35, Transition.CUT, 2, StormScene.trawlerInWaves()),
          shot(35, 39, Transition.CUT, 2, StormScene.darkLighthouse()),
          shot(39, 43, Transition.CUT, 3, LanternScene.stairs()),
          shot(43, 47, Transition.CUT, 3, LanternScene.lens()),
          shot(47, 51.5, Transition.CUT, 3, LanternScene.beam()),
          shot(51.5, 56, Transition.FADE, 4, MorningScene.beach()),
          shot(56, 60, Transition.CUT, 4, MorningScene.letter()),
          shot(60, 64, Transition.CUT, 5, FestivalScene.quay()),
          shot(64, 67.5, Transition.CUT, 5, FestivalScene.candles()),
          shot(67.5, 72, Transition.CUT, 5, FestivalScene.fireworks()));

  static final List<Cue> CUES =
      List.of(
          new Cue(0.9, 4.4, "On Gull Rock an old keeper\nlit the lamp every single night."),
          new Cue(5.9, 8.9, "Below him lay the town of Penwick,\nwhere everyone fished."),
          new Cue(9.9, 13.2, "Mina had never met the keeper,\nso she folded him a letter."),
          new Cue(14.6, 17.8, "\"Carry it to the lighthouse,\"\nshe told the sea."),
          new Cue(18.9, 21.4, "The fish made way for it."),
          new Cue(22.6, 25.9, "Even the whale came up\nto see the smallest ship."),
          new Cue(27.9, 30.9, "But after dark the storm arrived."),
          new Cue(31.9, 34.5, "Mina's father was still out there!"),
          new Cue(35.6, 38.6, "And then the great lamp went dark."),
          new Cue(39.4, 42.4, "A hundred and twelve steps,\nand the keeper ran them all."),
          new Cue(43.6, 46.4, "\"Burn,\" he whispered.\n\"Please, burn.\""),
          new Cue(47.5, 50.6, "The light came back,\nand it brought every boat home."),
          new Cue(52.5, 55.4, "In the morning he found a ship\nmade of paper."),
          new Cue(56.4, 59.4, "\"Thank you for the light.\nLove, Mina.\""),
          new Cue(60.5, 63.4, "That evening the whole town\ninvited him to dance."),
          new Cue(64.4, 66.9, "A hundred paper boats\nwent out with candles."),
          new Cue(68.2, 71.2, "And nobody on Gull Rock\nwas ever lonely again."));

  private DemoScript() {}

  private static DemoShot shot(
      double start, double end, Transition transition, int scene, Painter painter) {
    return new DemoShot(
        (int) Math.round(start * FRAME_RATE),
        (int) Math.round(end * FRAME_RATE),
        transition,
        scene,
        painter);
  }

  /** 0 black to 1 clear, for the picture at {@code frame} of the shot at {@code index}. */
  static double exposure(int index, int frame) {
    DemoShot shot = SHOTS.get(index);
    boolean fadesIn = shot.transition() == Transition.FADE;
    boolean fadesOut =
        index + 1 < SHOTS.size() && SHOTS.get(index + 1).transition() == Transition.FADE;
    double exposure = 1;
    if (fadesIn) {
      exposure = Math.min(exposure, (frame - shot.startFrame()) / (double) FADE_FRAMES);
    }
    if (fadesOut) {
      exposure = Math.min(exposure, (shot.endFrame() - 1 - frame) / (double) FADE_FRAMES);
    }
    return exposure;
  }
}
