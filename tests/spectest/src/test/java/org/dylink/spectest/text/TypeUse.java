package org.dylink.spectest.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A type by its index, parameters and results at the start of a list, and locals behind them.
 *
 * @param type the index; null where it is not given
 * @param locals names of parameters and locals
 * @param size how many expressions they take
 */
record TypeUse(
    Expression type,
    List<Expression> params,
    List<Expression> results,
    List<Expression> localTypes,
    Names locals,
    int size) {

  static TypeUse of(List<Expression> expressions) {
    int size = 0;
    Expression type = null;
    if (!expressions.isEmpty() && expressions.get(0).is("type")) {
      type = expressions.get(0).item(1);
      size = 1;
    }
    TypeUse use =
        new TypeUse(type, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new Names(), 0);
    while (size < expressions.size() && use.take(expressions.get(size))) {
      size++;
    }
    return new TypeUse(type, use.params, use.results, use.localTypes, use.locals, size);
  }

  /** The same where nothing else may follow. */
  static TypeUse ofAll(List<Expression> expressions) {
    TypeUse use = of(expressions);
    if (use.size < expressions.size()) {
      throw expressions.get(use.size).unknown();
    }
    return use;
  }

  private boolean take(Expression each) {
    if (each.is("param")) {
      addNamed(each, params);
    } else if (each.is("local")) {
      addNamed(each, localTypes);
    } else if (each.is("result")) {
      results.addAll(each.from(1));
    } else {
      return false;
    }
    return true;
  }

  private void addNamed(Expression each, List<Expression> to) {
    if (Names.isNamed(each)) {
      locals.add(each);
      to.add(each.item(2));
    } else {
      for (Expression type : each.from(1)) {
        locals.add("");
        to.add(type);
      }
    }
  }

  /** Whether neither parameters nor results are given. */
  boolean isBare() {
    return params.isEmpty() && results.isEmpty();
  }
}
