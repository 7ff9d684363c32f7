package org.dylink.fuzz;

import static org.dylink.format.ValueType.I32;
import static org.dylink.format.ValueType.I64;

import java.util.ArrayList;
import java.util.List;
import org.dylink.format.ValueType;

/** Addresses and sizes as memory 0 has them. Most addresses are in it, some near its end. */
final class Addresses {
  private final Body body;
  private final Choices choices;
  private final boolean areWide;
  private final boolean areMany;

  Addresses(Body body) {
    this.body = body;
    this.choices = body.choices();
    Style style = body.module().features().style();
    this.areWide = style.isWide();
    this.areMany = style.hasAtomics();
  }

  /** What they are on the stack. */
  ValueType type() {
    return areWide ? I64 : I32;
  }

  /** An address below other operands. */
  List<ValueType> with(List<ValueType> others) {
    List<ValueType> all = new ArrayList<>(List.of(type()));
    all.addAll(others);
    return all;
  }

  /** Leaves an address on the stack. */
  void one() {
    body.need(I32);
    body.push(I32);
    switch (mayLeave() ? choices.below(16) : 0) {
      case 15 -> {}
      case 14 -> {
        body.need(I32);
        body.code().drop().i32Const(MemorySteps.PAGE - choices.below(12));
        body.push(I32);
      }
      default -> body.code().i32Const(0x7fff).op(0x71); // and
    }
    widen();
  }

  /** Makes the number on the stack an address or a size. */
  void widen() {
    if (areWide) {
      body.need(I32);
      body.code().op(0xad); // i64.extend_i32_u
      body.push(I64);
    }
  }

  /** Makes the size on the stack, which the body does not know of yet, a number. */
  void narrow() {
    if (areWide) {
      body.code().op(0xa7); // i32.wrap_i64
    }
  }

  int offset() {
    return switch (mayLeave() ? choices.below(24) : 0) {
      case 23 -> -1;
      case 22 -> MemorySteps.PAGE - choices.below(12);
      case 21 -> choices.bits();
      default -> choices.below(64);
    };
  }

  /**
   * Whether it may lie outside memory: seldom where half of all steps want one, or all calls trap.
   */
  private boolean mayLeave() {
    return !areMany || choices.oneIn(64);
  }
}
