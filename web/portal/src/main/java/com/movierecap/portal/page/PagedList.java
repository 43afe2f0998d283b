package com.movierecap.portal.page;

import com.movierecap.kernel.Page;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list that is shown a page at a time, newest first. Each page's address names its cursor. */
public final class PagedList<T> {
  private final Once<Page<T>> page;
  private @Nullable String after;

  /**
   * @param size how many are on a page
   * @param read asks the business, once, when the list is first shown
   */
  public PagedList(int size, Function<Page.Request, Page<T>> read) {
    page = new Once<>(() -> read.apply(new Page.Request(size, Address.of(after))));
  }

  /**
   * @param show what the page shows of each
   */
  public static <S, T> PagedList<T> of(
      int size, Function<Page.Request, Page<S>> read, Function<S, T> show) {
    return new PagedList<>(
        size,
        request -> {
          var found = read.apply(request);
          return new Page<>(found.items().stream().map(show).toList(), found.next());
        });
  }

  /** Reads the page, so that a problem comes before anything is written. */
  public void load() {
    page.get();
  }

  public List<T> getItems() {
    return page.get().items();
  }

  /** The cursor of the page behind this one, or null on the last one. */
  public @Nullable UUID getNext() {
    return page.get().next();
  }

  /** The cursor that this page has in its address, or null on the first one. */
  public @Nullable String getAfter() {
    return after;
  }

  public void setAfter(@Nullable String after) {
    this.after = after;
  }
}
