package com.movierecap.portal.recap;

import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.media.RecapRequest;
import com.movierecap.media.Rendering;
import com.movierecap.media.Rendering.Aspect;
import com.movierecap.media.Rendering.Captions;
import com.movierecap.media.Rendering.LoudnessTarget;
import com.movierecap.media.UnusableInputException;
import com.movierecap.recap.NewRecap;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How somebody wishes a recap to look and sound. */
public class RenderingForm implements Serializable {
  private String aspect = Aspect.SOURCE.label();
  private String captions = Captions.SOFT.label();
  private @Nullable String loudness = LoudnessTarget.STREAMING.label();
  private boolean lossless;
  private boolean watermark = true;
  private @Nullable Integer sound;

  /**
   * @throws ProblemException where a lossless recap is to look other than its film
   */
  Rendering rendering() {
    try {
      return new Rendering(
          Aspect.of(aspect),
          List.of(),
          Captions.of(captions),
          loudness == null || lossless ? LoudnessTarget.STREAMING : LoudnessTarget.of(loudness),
          lossless,
          null,
          sound);
    } catch (UnusableInputException e) {
      throw new ProblemException(ProblemType.of(e.reason().code()));
    }
  }

  NewRecap wish(RecapRequest request) {
    return NewRecap.of(request, watermark && !lossless);
  }

  public Aspect[] getAspects() {
    return Aspect.values();
  }

  public Captions[] getCaptionKinds() {
    return Captions.values();
  }

  public LoudnessTarget[] getLoudnessTargets() {
    return LoudnessTarget.values();
  }

  public String getAspect() {
    return aspect;
  }

  public void setAspect(String aspect) {
    this.aspect = aspect;
  }

  public String getCaptions() {
    return captions;
  }

  public void setCaptions(String captions) {
    this.captions = captions;
  }

  /** Null where nobody was asked, since a lossless recap is as loud as its film. */
  public @Nullable String getLoudness() {
    return loudness;
  }

  public void setLoudness(@Nullable String loudness) {
    this.loudness = loudness;
  }

  public boolean isLossless() {
    return lossless;
  }

  public void setLossless(boolean lossless) {
    this.lossless = lossless;
  }

  /** Number of the film's sound; null for the one that was listened to. */
  public @Nullable Integer getSound() {
    return sound;
  }

  public void setSound(@Nullable Integer sound) {
    this.sound = sound;
  }

  /** Whether the organisation's is laid over it, where there is one. */
  public boolean isWatermark() {
    return watermark;
  }

  public void setWatermark(boolean watermark) {
    this.watermark = watermark;
  }
}
