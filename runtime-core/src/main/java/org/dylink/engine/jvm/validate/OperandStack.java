package org.dylink.engine.jvm.validate;

import java.util.Arrays;
import org.dylink.format.ValueType;

/** The types of the operands; null stands for any type, as it comes out of unreachable code. */
public final class OperandStack {
  private ValueType[] types = new ValueType[16];
  private int size;
  private int deepest;

  public int size() {
    return size;
  }

  /** The most operands that there were at once. */
  public int deepest() {
    return deepest;
  }

  /** The type at a height, counted from the bottom. */
  public ValueType at(int height) {
    return types[height];
  }

  /** The type that lies so many operands below the top one. */
  public ValueType fromTop(int below) {
    return types[size - 1 - below];
  }

  /** Takes the top away for a while, for who looks at what lies below it. */
  public ValueType hideTop() {
    return types[--size];
  }

  /** Puts back what {@link #hideTop} gave. */
  public void showTop(ValueType hidden) {
    types[size++] = hidden;
  }

  void push(ValueType type) {
    if (size == types.length) {
      types = Arrays.copyOf(types, 2 * size);
    }
    types[size++] = type;
    deepest = Math.max(deepest, size);
  }

  ValueType pop() {
    return types[--size];
  }

  void cutTo(int height) {
    size = height;
  }
}
