package com.movierecap.portal.frame;

import com.movierecap.crypto.Sha256;
import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives each static file an address with its content's hash, so that browsers keep it for good and
 * see the new one right after a deployment. What is asked for under another hash, or none, is sent
 * but not kept.
 */
public class VersionedResources extends ResourceHandlerWrapper {
  private static final int HASH_BYTES = 6;

  private final Map<String, String> versions = new ConcurrentHashMap<>();

  public VersionedResources(ResourceHandler wrapped) {
    super(wrapped);
  }

  @Override
  public @Nullable Resource createResource(String name) {
    return versioned(super.createResource(name));
  }

  @Override
  public @Nullable Resource createResource(String name, @Nullable String library) {
    return versioned(super.createResource(name, library));
  }

  @Override
  public @Nullable Resource createResource(
      String name, @Nullable String library, @Nullable String contentType) {
    return versioned(super.createResource(name, library, contentType));
  }

  private @Nullable Resource versioned(@Nullable Resource resource) {
    return resource == null ? null : new Versioned(resource);
  }

  private String version(Resource resource) {
    var name = resource.getLibraryName() + "/" + resource.getResourceName();
    var known = versions.get(name);
    if (known == null) {
      // a style sheet names other files in turn, so that reading one asks for theirs
      known = hash(resource);
      versions.put(name, known);
    }
    return known;
  }

  private static String hash(Resource resource) {
    try (var content = resource.getInputStream()) {
      return Sha256.hex(content.readAllBytes()).substring(0, 2 * HASH_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Versioned extends ResourceWrapper {
    Versioned(Resource wrapped) {
      super(wrapped);
    }

    @Override
    public String getRequestPath() {
      var path = super.getRequestPath();
      return path + (path.contains("?") ? "&" : "?") + "h=" + version(getWrapped());
    }

    @Override
    public Map<String, String> getResponseHeaders() {
      var headers = new HashMap<>(super.getResponseHeaders());
      var asked =
          FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get("h");
      headers.remove("Expires");
      headers.put(
          "Cache-Control",
          version(getWrapped()).equals(asked) ? "public, max-age=31536000, immutable" : "no-cache");
      return headers;
    }

    // a wrapper is asked for these itself
    @Override
    public String getResourceName() {
      return getWrapped().getResourceName();
    }

    @Override
    public String getLibraryName() {
      return getWrapped().getLibraryName();
    }

    @Override
    public String getContentType() {
      return getWrapped().getContentType();
    }
  }
}
