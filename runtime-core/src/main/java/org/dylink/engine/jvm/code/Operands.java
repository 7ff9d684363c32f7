package org.dylink.engine.jvm.code;

import org.dylink.format.ValueType;

/**
 * The operands at one place of a body, as a linked list from the top down. Two places of a body
 * with the same operands have the same object, so that a body keeps few of them. A type of null
 * stands for any type, as it comes out of unreachable code.
 */
public final class Operands {
  private final ValueType top;
  private final Operands below;
  private final int size;
  private final int words;
  private Operands above; // the first of those that have one more
  private Operands sibling; // another that has one more than what is below this

  private Operands(ValueType top, Operands below, int size, int words) {
    this.top = top;
    this.below = below;
    this.size = size;
    this.words = words;
  }

  /** No operands; each body has an object of its own. */
  static Operands none() {
    return new Operands(null, null, 0, 0);
  }

  /** These operands and one more. */
  public Operands push(ValueType type) {
    for (Operands known = above; known != null; known = known.sibling) {
      if (known.top == type) {
        return known;
      }
    }
    Operands pushed = new Operands(type, this, size + 1, words + words(type));
    pushed.sibling = above;
    above = pushed;
    return pushed;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** How many words of 64 bits they take: a vector has two. */
  public int words() {
    return words;
  }

  /** How many words of 64 bits a value takes. */
  public static int words(ValueType type) {
    return type == ValueType.V128 ? 2 : 1;
  }

  /** The type of the topmost; there must be one. */
  public ValueType top() {
    return top;
  }

  /** These without the topmost; there must be one. */
  public Operands below() {
    return below;
  }

  /** These without so many at the top. */
  public Operands drop(int count) {
    return cutTo(size - count);
  }

  /** The lowest of these. */
  public Operands cutTo(int height) {
    Operands left = this;
    while (left.size > height) {
      left = left.below;
    }
    return left;
  }

  /** The types above a height, the lowest first. */
  public ValueType[] typesFrom(int height) {
    ValueType[] types = new ValueType[size - height];
    Operands each = this;
    for (int i = types.length - 1; i >= 0; i--) {
      types[i] = each.top;
      each = each.below;
    }
    return types;
  }
}
