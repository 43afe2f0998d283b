package com.movierecap.recap;

import com.movierecap.access.TenantSessionListener;
import com.movierecap.kernel.Ids;
import com.movierecap.kernel.ProblemException;
import com.movierecap.kernel.ProblemType;
import com.movierecap.media.Watermark.Corner;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/**
 * The picture that a tenant has laid over its recaps, one or none. Whole and in the lower right
 * corner until somebody says otherwise; where it lies stays when the picture is replaced.
 */
@Entity
@Table(name = "tenant_watermark")
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantSessionListener.PROPERTY)
public class TenantWatermark {
  /** Below, nobody would see it. */
  private static final double LEAST_OPACITY = 0.1;

  @Id private UUID id;

  @Column(name = "picture_id")
  private UUID pictureId;

  @Column(name = "picture_bytes")
  private long pictureBytes;

  private int width;
  private int height;

  @Enumerated(EnumType.STRING)
  private Corner corner;

  private double opacity;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Version private int version;

  protected TenantWatermark() {}

  TenantWatermark(UUID pictureId, WatermarkPicture picture, Instant now) {
    this.id = Ids.next();
    this.corner = Corner.BOTTOM_RIGHT;
    this.opacity = 1;
    show(pictureId, picture, now);
  }

  UUID id() {
    return id;
  }

  /** Names the picture's object. */
  UUID pictureId() {
    return pictureId;
  }

  /** The picture's size in the store. */
  public long pictureBytes() {
    return pictureBytes;
  }

  /** In pixels. */
  public int width() {
    return width;
  }

  /** In pixels. */
  public int height() {
    return height;
  }

  public Corner corner() {
    return corner;
  }

  /** Up to 1, times the picture's own. */
  public double opacity() {
    return opacity;
  }

  public Instant changedAt() {
    return changedAt;
  }

  public int version() {
    return version;
  }

  final void show(UUID newPictureId, WatermarkPicture picture, Instant now) {
    pictureId = newPictureId;
    pictureBytes = picture.png().length;
    width = picture.width();
    height = picture.height();
    changedAt = now;
  }

  /**
   * @param newCorner or null to leave it there
   * @param newOpacity as well
   * @throws ProblemException where it could not be seen, or would be more than opaque
   */
  void place(@Nullable Corner newCorner, @Nullable Double newOpacity, Instant now) {
    if (newOpacity != null && !(newOpacity >= LEAST_OPACITY && newOpacity <= 1)) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "opacity: " + LEAST_OPACITY + "–1");
    }
    corner = newCorner == null ? corner : newCorner;
    opacity = newOpacity == null ? opacity : newOpacity;
    changedAt = now;
  }
}
