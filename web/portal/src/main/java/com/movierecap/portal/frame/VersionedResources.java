package com.movierecap.portal.frame;

import com.movierecap.crypto.Sha256;
import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import jakarta.faces.context.FacesContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives each static file an address with its content's hash, so that browsers keep it for good and
 * see the new one right after a deployment. What is asked for under another hash, or none, is sent
 * but not kept. A script's imports are sent with their addresses, so that its own hash changes with
 * any of theirs.
 */
public class VersionedResources extends ResourceHandlerWrapper {
  private static final int HASH_BYTES = 6;

  /** The library of the portal's own files. */
  private static final String OWN = "recap";

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

  private String hash(Resource resource) {
    try (var content = content(resource)) {
      return Sha256.hex(content.readAllBytes()).substring(0, 2 * HASH_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InputStream content(Resource resource) throws IOException {
    var name = resource.getResourceName();
    var library = resource.getLibraryName();
    if (!OWN.equals(library) || !name.endsWith(".js")) {
      return resource.getInputStream();
    }
    try (var content = resource.getInputStream()) {
      var script = new String(content.readAllBytes(), StandardCharsets.UTF_8);
      var addressed = ScriptImports.addressed(script, name, file -> address(file, library));
      return new ByteArrayInputStream(addressed.getBytes(StandardCharsets.UTF_8));
    }
  }

  private String address(String file, String library) {
    var imported = createResource(file, library);
    if (imported == null) {
      throw new IllegalStateException("there is no " + file);
    }
    return imported.getRequestPath();
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
    public InputStream getInputStream() throws IOException {
      return content(getWrapped());
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
