package com.movierecap.portal.language;

import com.movierecap.i18n.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every word on a page: {@code #{text['library.title']}}, or {@code #{text.format('pick.range', a,
 * b)}} where it has placeholders. A map only so that expressions may use brackets.
 */
@Named("text")
@RequestScoped
public class Text extends AbstractMap<String, String> {
  @Inject private ActiveLanguage language;
  private @Nullable Messages messages;

  @Override
  public String get(@Nullable Object key) {
    return messages().get(String.valueOf(key));
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return messages().has(String.valueOf(key));
  }

  public String format(String key, Object... arguments) {
    return messages().get(key, arguments);
  }

  /** There is no listing of words: pages ask for them by name. */
  @Override
  public Set<Entry<String, String>> entrySet() {
    return Set.of();
  }

  private Messages messages() {
    var loaded = messages;
    if (loaded == null) {
      loaded = Messages.in(language.get());
      messages = loaded;
    }
    return loaded;
  }
}
