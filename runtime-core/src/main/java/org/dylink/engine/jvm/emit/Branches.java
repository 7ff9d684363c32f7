package org.dylink.engine.jvm.emit;

import org.dylink.engine.jvm.code.Block;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.engine.jvm.code.Operands;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Goes to a block's label, or out of the function, from wherever one is. */
final class Branches {
  private final Emission emission;

  Branches(Emission emission) {
    this.emission = emission;
  }

  /**
   * Branches with the values at the top of the stack; drops what lies between.
   *
   * @param below the operands that lie below what is carried
   */
  void branch(Block to, Operands below) {
    if (emission.isLocal(to)) {
      dropBelow(to.labelTypes(), below, to.height());
    } else if (emission.unit() instanceof PartUnit) {
      dropBelow(to.labelTypes(), below, emission.unit().baseHeight());
    }
    jump(to);
  }

  /** What lies below the values that a branch carries off the top of the stack. */
  static Operands below(Block to, Operands stack) {
    return stack.drop(to.labelTypes().length);
  }

  /** Whether a branch needs no more than one jump instruction of this method. */
  boolean isPlain(Block to, Operands below) {
    return emission.isLocal(to) && below.size() == to.height();
  }

  /**
   * As isPlain, for a switch. HotSpot counts how often a loop goes round where a goto or an if goes
   * back: one that only switches closed would be interpreted for ever.
   */
  boolean isForSwitch(Block to, Operands below) {
    return isPlain(to, below) && to.opening() != Opcode.LOOP;
  }

  /** The label of a plain branch. */
  Label label(Block to) {
    emission.target(to).use();
    return emission.target(to).label;
  }

  private void dropBelow(ValueType[] carried, Operands below, int remaining) {
    if (below.size() == remaining) {
      return;
    }
    MethodUnit unit = emission.unit();
    int[] places = unit.spill(carried);
    for (Operands left = below; left.size() > remaining; left = left.below()) {
      unit.pop(left.top());
    }
    unit.reload(carried, places);
  }

  /** Goes to a block; its operands and what the branch carries are all that is on the stack. */
  void jump(Block to) {
    MethodUnit unit = emission.unit();
    if (emission.isLocal(to)) {
      unit.jump(Opcodes.GOTO, label(to));
    } else if (unit instanceof PartUnit part) {
      part.exit(to);
    } else {
      returnResults();
    }
  }

  /** Returns from the whole function with the results on the stack. */
  void returnResults() {
    FunctionType type = emission.body().type();
    if (type.results().size() > 1) {
      packResults(type.results().toArray(new ValueType[0]));
    } else if (type.results().contains(ValueType.V128)) {
      VectorBorder.toLongs(emission.unit());
      Boxing.box(emission.unit().code(), ValueType.V128);
    }
    emission.unit().leave(JvmTypes.returnInstruction(type));
  }

  /** Makes an array of the values at the top of the stack. */
  void packResults(ValueType[] types) {
    MethodUnit unit = emission.unit();
    int[] places = unit.spill(types);
    unit.pushInt(types.length);
    unit.code().visitTypeInsn(Opcodes.ANEWARRAY, JvmTypes.OBJECT);
    for (int i = 0; i < types.length; i++) {
      unit.op(Opcodes.DUP);
      unit.pushInt(i);
      loadBoxed(unit, types[i], places[i]);
      unit.op(Opcodes.AASTORE);
    }
  }

  private static void loadBoxed(MethodUnit unit, ValueType type, int place) {
    if (type == ValueType.V128) {
      VectorBorder.loadLongs(unit, place);
    } else {
      unit.load(type, place);
    }
    Boxing.box(unit.code(), type);
  }

  /** Puts the values of the array at the top on the stack. */
  void unpackResults(ValueType[] types) {
    MethodUnit unit = emission.unit();
    int array = unit.slots().scratch(1);
    unit.code().visitVarInsn(Opcodes.ASTORE, array);
    for (int i = 0; i < types.length; i++) {
      unit.code().visitVarInsn(Opcodes.ALOAD, array);
      unit.pushInt(i);
      unit.op(Opcodes.AALOAD);
      Boxing.unbox(unit, types[i]);
    }
  }
}
