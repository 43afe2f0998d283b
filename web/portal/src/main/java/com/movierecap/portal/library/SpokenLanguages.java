package com.movierecap.portal.library;

import com.movierecap.portal.language.ActiveLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Languages a film may be spoken in, named and sorted in the reader's own. */
@Named("spokenLanguages")
@RequestScoped
public class SpokenLanguages {
  private static final String TAGS =
      "ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl pl pt ro ru sk"
          + " sl sr sv ta te th tr uk ur vi zh";

  @Inject private ActiveLanguage language;

  public List<SelectItem> getAll() {
    var locale = language.getLocale();
    var order = Collator.getInstance(locale);
    return Stream.of(TAGS.split(" "))
        .map(tag -> new SelectItem(tag, Locale.forLanguageTag(tag).getDisplayLanguage(locale)))
        .sorted(Comparator.comparing(SelectItem::getLabel, order))
        .toList();
  }
}
