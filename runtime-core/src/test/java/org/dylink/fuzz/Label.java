package org.dylink.fuzz;

import java.util.List;
import org.dylink.format.ValueType;

/** A block that is open: what a branch to it carries, and what its end must find on the stack. */
final class Label {
  /** What began a block. An if is a block once its else is written. */
  enum Kind {
    BLOCK,
    LOOP,
    IF
  }

  private final List<ValueType> params;
  private final List<ValueType> results;
  private final List<Integer> setAside;
  private final int height;
  private Kind kind;
  private boolean dead;

  /**
   * @param setAside the locals that the parameters are in, if the block's type has none
   * @param height of the operand stack below the block's own operands
   */
  Label(
      Kind kind,
      List<ValueType> params,
      List<ValueType> results,
      List<Integer> setAside,
      int height) {
    this.kind = kind;
    this.params = params;
    this.results = results;
    this.setAside = setAside;
    this.height = height;
  }

  boolean isLoop() {
    return kind == Kind.LOOP;
  }

  /** Whether it must have an else, and has none: an if without gives what it takes. */
  boolean lacksElse() {
    return kind == Kind.IF && !(setAside.isEmpty() && params.equals(results));
  }

  void orElse() {
    kind = Kind.BLOCK;
    dead = false;
  }

  List<ValueType> params() {
    return params;
  }

  List<ValueType> results() {
    return results;
  }

  List<Integer> setAside() {
    return setAside;
  }

  /** What a branch carries. */
  List<ValueType> carried() {
    return isLoop() ? params : results;
  }

  int height() {
    return height;
  }

  /** Whether no code behind this place in the block can run. */
  boolean isDead() {
    return dead;
  }

  void die() {
    dead = true;
  }
}
