package org.dylink.shell;

import java.util.AbstractList;
import java.util.List;

/**
 * A list that knows what it holds, so that an empty one still prints its headings.
 *
 * @param <T> what it holds
 */
final class Listing<T> extends AbstractList<T> {
  private final Class<T> type;
  private final List<T> items;

  Listing(Class<T> type, List<T> items) {
    this.type = type;
    this.items = List.copyOf(items);
  }

  Class<T> type() {
    return type;
  }

  @Override
  public T get(int index) {
    return items.get(index);
  }

  @Override
  public int size() {
    return items.size();
  }
}
