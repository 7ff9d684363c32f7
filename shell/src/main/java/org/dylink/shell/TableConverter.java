package org.dylink.shell;

import java.util.Collection;
import java.util.List;
import org.apache.felix.service.command.Converter;

/**
 * Prints objects of one type: a list as a table, a single one in detail or by its name.
 *
 * @param <T> the type
 */
abstract class TableConverter<T> implements Converter {
  private final Class<T> type;

  TableConverter(Class<T> type) {
    this.type = type;
  }

  /** A row for each item, under headings. */
  abstract TextTable table(List<T> items);

  /** What a command takes to mean this item. */
  abstract String name(T item);

  /** Everything known of one item, in lines that fit a screen. */
  String details(T item, Screen screen) {
    return table(List.of(item)).text(screen);
  }

  /** Makes the name of an item, so that what one command returns can be given to another. */
  @Override
  public final Object convert(Class<?> desired, Object in) {
    return desired == String.class && type.isInstance(in) ? name(type.cast(in)) : null;
  }

  @Override
  public final CharSequence format(Object target, int level, Converter escape) {
    if (type.isInstance(target)) {
      T item = type.cast(target);
      return level == INSPECT ? details(item, Screen.current()) : name(item);
    }
    return level == INSPECT && isList(target)
        ? table(items((Collection<?>) target)).text(Screen.current())
        : null;
  }

  private boolean isList(Object target) {
    if (target instanceof Listing<?> listing) {
      return listing.type() == type;
    }
    return target instanceof Collection<?> items
        && !items.isEmpty()
        && items.stream().allMatch(type::isInstance);
  }

  private List<T> items(Collection<?> target) {
    return target.stream().<T>map(type::cast).toList();
  }
}
