package org.dylink.spectest.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The numbers of things of one kind that may have names. */
final class Names {
  private final Map<String, Integer> byName = new HashMap<>();
  private int size;

  /** Whether a list has a name behind its first word. */
  static boolean isNamed(Expression field) {
    return field.items().size() > 1 && field.item(1).isName();
  }

  /** What follows the first word and the name. */
  static List<Expression> behindName(Expression field) {
    return field.from(isNamed(field) ? 2 : 1);
  }

  /** Adds the next, by its name where it has one. */
  int add(Expression field) {
    if (isNamed(field)) {
      byName.put(field.item(1).text(), size);
    }
    return size++;
  }

  /** Adds the next, of this name. */
  void add(String name) {
    byName.put(name, size++);
  }

  int size() {
    return size;
  }

  /** The same names, each of a number that is larger by so many. */
  Names behind(int others) {
    Names moved = new Names();
    byName.forEach((name, number) -> moved.byName.put(name, number + others));
    moved.size = size + others;
    return moved;
  }

  /** The number of what is referred to, which need not exist if it is a number itself. */
  int of(Expression reference) {
    if (!reference.isName()) {
      return (int) Literal.unsigned(reference);
    }
    Integer number = byName.get(reference.text());
    if (number == null) {
      throw reference.unknown();
    }
    return number;
  }

  /** Whether something is a reference, to be told from what may stand in its place. */
  static boolean isReference(Expression each) {
    return each.isName() || (each.isWord() && Character.isDigit(each.text().charAt(0)));
  }
}
