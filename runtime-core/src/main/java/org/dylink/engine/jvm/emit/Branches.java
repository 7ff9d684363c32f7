package org.dylink.engine.jvm.emit;

import org.dylink.engine.jvm.binary.Opcode;
import org.dylink.engine.jvm.validate.ControlFrame;
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

  /** Branches with the values at the top of the stack; drops what lies between. */
  void branch(ControlFrame to) {
    branch(to, emission.operands().size() - to.labelTypes().length);
  }

  /** As branch, where so many operands of the function lie below what is carried. */
  void branch(ControlFrame to, int height) {
    if (isLocal(to)) {
      dropBelow(to.labelTypes(), height, to.height());
    } else if (emission.unit() instanceof PartUnit) {
      dropBelow(to.labelTypes(), height, emission.unit().baseHeight());
    }
    jump(to);
  }

  /** Whether a branch needs no more than one jump instruction of this method. */
  boolean isPlain(ControlFrame to) {
    return isPlain(to, emission.operands().size() - to.labelTypes().length);
  }

  /** As isPlain, where so many operands of the function lie below what is carried. */
  boolean isPlain(ControlFrame to, int height) {
    return isLocal(to) && height == to.height();
  }

  /**
   * As isPlain, for a switch. HotSpot counts how often a loop goes round where a goto or an if goes
   * back: one that only switches closed would be interpreted for ever.
   */
  boolean isForSwitch(ControlFrame to, int height) {
    return isPlain(to, height) && to.opening() != Opcode.LOOP;
  }

  private boolean isLocal(ControlFrame to) {
    return to.attachment != null && Emission.target(to).unit == emission.unit();
  }

  /** The label of a plain branch. */
  static Label label(ControlFrame to) {
    Emission.target(to).use();
    return Emission.target(to).label;
  }

  private void dropBelow(ValueType[] carried, int height, int remaining) {
    if (height == remaining) {
      return;
    }
    MethodUnit unit = emission.unit();
    int[] places = unit.spill(carried);
    for (int i = height - 1; i >= remaining; i--) {
      unit.pop(emission.operands().at(i));
    }
    unit.reload(carried, places);
  }

  /** Goes to a block; its operands and what the branch carries are all that is on the stack. */
  void jump(ControlFrame to) {
    MethodUnit unit = emission.unit();
    if (isLocal(to)) {
      unit.jump(Opcodes.GOTO, label(to));
    } else if (unit instanceof PartUnit part) {
      part.exit(to);
    } else {
      returnResults();
    }
  }

  /** Returns from the whole function with the results on the stack. */
  void returnResults() {
    FunctionType type = emission.analysis().type();
    if (type.results().size() > 1) {
      packResults(type.results().toArray(new ValueType[0]));
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
      unit.load(types[i], places[i]);
      Boxing.box(unit.code(), types[i]);
      unit.op(Opcodes.AASTORE);
    }
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
      Boxing.unbox(unit.code(), types[i]);
    }
  }
}
