package org.dylink.engine.jvm.validate;

import static org.dylink.format.ValueType.EXNREF;
import static org.dylink.format.ValueType.I32;

import java.util.Arrays;
import org.dylink.engine.jvm.code.Block;
import org.dylink.engine.jvm.code.BlockType;
import org.dylink.engine.jvm.code.Instruction;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.format.ValueType;

/** What goes elsewhere: branches, returns, exceptions. */
final class BranchRules {
  private BranchRules() {}

  static void branch(Typing to, Instruction each) {
    to.pop(to.name(to.label(each.index).block()).labelTypes());
    to.setUnreachable();
  }

  static void branchIf(Typing to, Instruction each) {
    to.pop(I32);
    ValueType[] types = to.name(to.label(each.index).block()).labelTypes();
    to.pop(types);
    to.push(types);
  }

  static void branchOnNull(Typing to, Instruction each) {
    ValueType reference = to.popReference();
    ValueType[] types = to.name(to.label(each.index).block()).labelTypes();
    to.pop(types);
    to.push(types);
    to.push(reference == null ? null : reference.withoutNull());
  }

  static void branchOnReference(Typing to, Instruction each) {
    Block target = to.name(to.label(each.index).block());
    ValueType last = lastReference(to, target);
    to.pop(last.heapType().nullable());
    passBy(to, target);
  }

  /** The type of the reference that a label takes last. */
  static ValueType lastReference(Typing to, Block target) {
    ValueType[] types = target.labelTypes();
    if (types.length == 0 || !types[types.length - 1].isReference()) {
      throw to.error("type mismatch: expected a label that takes a reference");
    }
    return types[types.length - 1];
  }

  /** Of what a label takes, all but the last stays where the branch is not taken. */
  static void passBy(Typing to, Block target) {
    ValueType[] types = target.labelTypes();
    ValueType[] others = Arrays.copyOf(types, types.length - 1);
    to.pop(others);
    to.push(others);
  }

  static void branchTable(Typing to, Instruction each) {
    to.pop(I32);
    int[] labels = each.labels;
    Block[] targets = new Block[labels.length];
    ValueType[] last = to.label(labels[labels.length - 1]).block().labelTypes();
    for (int i = 0; i < labels.length; i++) {
      targets[i] = to.label(labels[i]).block();
      requireOperands(to, last.length, targets[i].labelTypes());
    }
    to.name(targets);
    to.pop(last);
    to.setUnreachable();
  }

  private static void requireOperands(Typing to, int arity, ValueType[] types) {
    requireArity(to, arity, types.length);
    // Taken and put back: in unreachable code an operand may fit several types.
    ValueType[] taken = new ValueType[types.length];
    for (int i = types.length - 1; i >= 0; i--) {
      taken[i] = to.popAny(types[i]);
    }
    to.push(taken);
  }

  /** Both counts are of the values that go to a label. */
  static void requireArity(Typing to, int expected, int found) {
    if (expected != found) {
      throw to.error("type mismatch: expected " + expected + " values for a label, found " + found);
    }
  }

  static void returnResults(Typing to, Instruction each) {
    to.pop(to.name(to.whole()).labelTypes());
    to.setUnreachable();
  }

  static void throwTag(Typing to, Instruction each) {
    to.pop(BlockType.of(to.spaces().tag(each.index).payload()).params());
    to.setUnreachable();
  }

  static void throwReference(Typing to, Instruction each) {
    to.pop(EXNREF);
    to.setUnreachable();
  }

  static void rethrow(Typing to, Instruction each) {
    ControlFrame frame = to.label(each.index);
    if (frame.opening() != Opcode.CATCH && frame.opening() != Opcode.CATCH_ALL) {
      throw to.error("invalid rethrow label " + each.index);
    }
    to.name(frame.block());
    to.setUnreachable();
  }
}
