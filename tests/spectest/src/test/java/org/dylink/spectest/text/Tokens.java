package org.dylink.spectest.text;

import java.util.ArrayList;
import java.util.List;

/** Expressions that are taken one by one. */
final class Tokens {
  private final Expression in;
  private final List<Expression> all;
  private int at;

  /**
   * @param in what they are part of, for messages
   */
  Tokens(Expression in, List<Expression> all) {
    this.in = in;
    this.all = all;
  }

  boolean isEmpty() {
    return at == all.size();
  }

  /** The next, which is not taken; null at the end. */
  Expression peek() {
    return isEmpty() ? null : all.get(at);
  }

  Expression next() {
    if (isEmpty()) {
      throw in.unknown();
    }
    return all.get(at++);
  }

  boolean nextIs(String head) {
    return !isEmpty() && peek().is(head);
  }

  boolean nextIsWord(String word) {
    return !isEmpty() && peek().isWord(word);
  }

  /** Whether the next refers to something by name or number. */
  boolean nextIsReference() {
    return !isEmpty() && Names.isReference(peek());
  }

  boolean nextIsName() {
    return !isEmpty() && peek().isName();
  }

  /** Takes lists that begin with a word. */
  List<Expression> takeAll(String head) {
    List<Expression> taken = new ArrayList<>();
    while (nextIs(head)) {
      taken.add(next());
    }
    return taken;
  }

  /** Takes a type, parameters and results. */
  TypeUse takeTypeUse() {
    TypeUse use = TypeUse.of(all.subList(at, all.size()));
    at += use.size();
    return use;
  }

  /** Takes all that is left. */
  List<Expression> rest() {
    List<Expression> rest = all.subList(at, all.size());
    at = all.size();
    return rest;
  }
}
