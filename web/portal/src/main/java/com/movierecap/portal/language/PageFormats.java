package com.movierecap.portal.language;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Hands the formats of the active language to pages, as {@code #{formats}}. */
@RequestScoped
public class PageFormats {
  @Inject private ActiveLanguage language;

  @Produces
  @Named("formats")
  public Formats formats() {
    return new Formats(language.get());
  }
}
