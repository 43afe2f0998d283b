package com.movierecap.kernel;

import java.sql.Types;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.SingleTableMultitenantPolicy;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * PostgreSQL's {@code uuid} for Java's {@link UUID}: EclipseLink would send a null as {@code
 * varchar}, which PostgreSQL refuses, and takes a discriminator for text.
 */
public class UuidColumns implements SessionCustomizer {
  @Override
  public void customize(Session session) {
    for (ClassDescriptor descriptor : session.getDescriptors().values()) {
      descriptor.getMappings().forEach(mapping -> customize(descriptor, mapping));
      if (descriptor.getMultitenantPolicy() instanceof SingleTableMultitenantPolicy policy) {
        policy
            .getTenantDiscriminatorFields()
            .keySet()
            .forEach(
                field -> {
                  field.setType(UUID.class);
                  field.setSqlType(Types.OTHER);
                });
      }
    }
  }

  private static void customize(ClassDescriptor descriptor, DatabaseMapping mapping) {
    if (mapping instanceof OneToOneMapping reference) {
      reference.getForeignKeyFields().forEach(field -> field.setSqlType(Types.OTHER));
    } else if (mapping instanceof AbstractDirectMapping
        && isUuid(descriptor.getJavaClass(), mapping.getAttributeName())) {
      mapping.getField().setSqlType(Types.OTHER);
    }
  }

  private static boolean isUuid(Class<?> entity, String attribute) {
    return Arrays.stream(entity.getDeclaredFields())
        .anyMatch(f -> f.getName().equals(attribute) && f.getType() == UUID.class);
  }
}
