package com.movierecap.storage;

import com.movierecap.access.CallContext;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where an object lies. Always inside the bound tenant's folder: but for what the store itself
 * lists, there is no other way to make one.
 */
public final class ObjectKey {
  /** Every tenant's objects. */
  public static final String EVERYTHING = "tenants/";

  private static final String EXPORTS = "exports";
  private static final String UUID_TEXT = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
  private static final Pattern PLACE =
      Pattern.compile("tenants/" + UUID_TEXT + "/([a-z]+)/" + UUID_TEXT + "/(.+)");

  private final String value;

  private ObjectKey(String value) {
    this.value = value;
  }

  /** One that is in the store, whoever put it there. */
  static ObjectKey listed(String value) {
    return new ObjectKey(value);
  }

  public String value() {
    return value;
  }

  @Override
  public String toString() {
    return value;
  }

  /**
   * An object's place.
   *
   * @param folder of the kind of thing: {@code movies}
   * @param id of the thing
   * @param name within the thing's folder
   */
  public record Place(UUID tenant, String folder, UUID id, String name) {
    public boolean isOfSameThing(Place other) {
      return tenant.equals(other.tenant) && folder.equals(other.folder) && id.equals(other.id);
    }
  }

  /** Empty for an object that is none of ours. */
  public Optional<Place> place() {
    var found = PLACE.matcher(value);
    return found.matches()
        ? Optional.of(
            new Place(
                UUID.fromString(found.group(1)),
                found.group(2),
                UUID.fromString(found.group(3)),
                found.group(4)))
        : Optional.empty();
  }

  public static ObjectKey ofMovie(UUID movie, String name) {
    return new ObjectKey(folder("movies", movie) + checked(name));
  }

  /** Each rendering writes into a folder of its own, so that no reader meets half of a new one. */
  public static ObjectKey ofRecap(UUID recap, UUID job, String name) {
    return new ObjectKey(renderingFolder(recap, job) + checked(name));
  }

  /** Each upload has a folder of its own, as renderings have. */
  public static ObjectKey ofWatermark(UUID picture) {
    return new ObjectKey(watermarkFolder(picture) + "watermark.png");
  }

  public static String watermarkFolder(UUID picture) {
    return folder("watermarks", picture);
  }

  /** What a tenant takes away with it. */
  public static ObjectKey ofExport(UUID export) {
    return new ObjectKey(exportFolder(export) + "export.zip");
  }

  public static String exportFolder(UUID export) {
    return folder(EXPORTS, export);
  }

  /** Whether this is an export, and so not part of one. */
  public boolean isExport() {
    return value.startsWith(everythingOf(CallContext.requiredTenant()) + EXPORTS + "/");
  }

  /** The object's name within its tenant's folder: {@code movies/…/film}. */
  public String withinTenant() {
    return value.substring(everythingOf(CallContext.requiredTenant()).length());
  }

  public static String movieFolder(UUID movie) {
    return folder("movies", movie);
  }

  public static String recapFolder(UUID recap) {
    return folder("recaps", recap);
  }

  public static String renderingFolder(UUID recap, UUID job) {
    return folder("recaps", recap) + job + "/";
  }

  /** All that a tenant has. */
  public static String everythingOf(UUID tenant) {
    return EVERYTHING + tenant + "/";
  }

  private static String folder(String kind, UUID id) {
    return everythingOf(CallContext.requiredTenant()) + kind + "/" + id + "/";
  }

  private static String checked(String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
      throw new IllegalArgumentException("object name " + name);
    }
    return name;
  }
}
