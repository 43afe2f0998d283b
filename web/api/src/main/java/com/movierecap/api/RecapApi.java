package com.movierecap.api;

import com.movierecap.access.Role;
import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;

/**
 * Mounted at the root, since health, keys and the description of the API have their places there.
 */
@ApplicationPath("/")
@LoginConfig(authMethod = "MP-JWT", realmName = "recap")
@DeclareRoles({Role.VIEW, Role.EDIT, Role.ADMINISTER, Role.AUDIT, Role.OPERATE, Role.ENROL})
@OpenAPIDefinition(
    info =
        @Info(
            title = "Movie Recap",
            version = "1",
            description =
                "A film goes in, a recap comes out. The tenant is named by the subdomain, the"
                    + " X-Tenant-ID header, the path /tenant/{slug}/…, the token or the key; all that are"
                    + " given must agree. Every error is application/problem+json.",
            license = @License(name = "AGPL-3.0-or-later")),
    servers = @Server(url = "/"))
@SecurityScheme(
    securitySchemeName = RecapApi.TOKEN,
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "JWT")
@SecurityScheme(
    securitySchemeName = RecapApi.KEY,
    type = SecuritySchemeType.APIKEY,
    in = SecuritySchemeIn.HEADER,
    apiKeyName = RecapApi.KEY_HEADER)
public class RecapApi extends Application {
  /** The security schemes' names in OpenAPI. */
  public static final String TOKEN = "token";

  public static final String KEY = "key";

  /** Where a key is sent. */
  public static final String KEY_HEADER = "X-API-Key";
}
