package org.dylink.spectest.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dylink.format.ValueType;
import org.dylink.testing.Signature;

/**
 * Parameters and results at the start of a list, and locals behind them.
 *
 * @param locals the numbers of the named ones, parameters included
 * @param localTypes of those that are no parameters
 * @param size how many expressions they take
 */
record TypeUse(
    List<String> params,
    List<String> results,
    List<String> localTypes,
    Map<String, Integer> locals,
    int size) {

  static TypeUse of(List<Expression> expressions) {
    TypeUse use =
        new TypeUse(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new HashMap<>(), 0);
    int size = 0;
    while (size < expressions.size() && use.take(expressions.get(size))) {
      size++;
    }
    return new TypeUse(use.params, use.results, use.localTypes, use.locals, size);
  }

  /** The same where nothing else may follow. */
  static TypeUse ofAll(List<Expression> expressions) {
    TypeUse use = of(expressions);
    if (use.size < expressions.size()) {
      throw expressions.get(use.size).unknown();
    }
    return use;
  }

  /** A type by its name. */
  static ValueType value(Expression type) {
    return value(type, type.word());
  }

  /** The type of references to what a word such as {@code exn} names. */
  static ValueType reference(Expression heapType) {
    return value(heapType, heapType.word() + "ref");
  }

  private static ValueType value(Expression source, String name) {
    try {
      return Signature.value(name);
    } catch (IllegalArgumentException e) {
      throw source.unknown();
    }
  }

  private boolean take(Expression each) {
    if (each.is("param")) {
      add(each, params);
    } else if (each.is("local")) {
      add(each, localTypes);
    } else if (each.is("result")) {
      add(each, results);
    } else {
      return false;
    }
    return true;
  }

  private void add(Expression each, List<String> to) {
    int first = 1;
    if (Ids.isNamed(each)) {
      locals.put(each.item(1).text(), params.size() + localTypes.size());
      first = 2;
    }
    each.from(first).forEach(type -> to.add(value(type).toString()));
  }

  /** As {@code org.dylink.testing} writes it. */
  String signature() {
    return "(" + String.join(", ", params) + ") -> (" + String.join(", ", results) + ")";
  }
}
