package org.dylink.engine.jvm.emit;

import java.util.Locale;
import org.dylink.engine.jvm.binary.IndexSpaces;
import org.dylink.engine.jvm.binary.Instruction;
import org.dylink.engine.jvm.binary.Opcode;
import org.dylink.engine.jvm.validate.ControlFrame;
import org.dylink.engine.jvm.validate.OperandStack;
import org.dylink.engine.jvm.validate.Validator;
import org.dylink.format.ValueType;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * The state that all emitters of one function share: the validator, which is a step behind, so that
 * it shows the stack as an instruction finds it, and the method that is being written.
 */
final class Emission {
  private final BodyAnalysis analysis;
  private final FunctionNames names;
  private final ClassWriter writer;
  private final Validator validator;
  private MethodUnit unit;
  private Condition pending;
  private int counters;

  Emission(BodyAnalysis analysis, FunctionNames names, ClassWriter writer) {
    this.analysis = analysis;
    this.names = names;
    this.writer = writer;
    this.validator = analysis.newValidator();
  }

  BodyAnalysis analysis() {
    return analysis;
  }

  FunctionNames names() {
    return names;
  }

  IndexSpaces spaces() {
    return analysis.spaces();
  }

  Validator validator() {
    return validator;
  }

  OperandStack operands() {
    return validator.operands();
  }

  MethodUnit unit() {
    return unit;
  }

  void setUnit(MethodUnit written) {
    unit = written;
  }

  /** Counts how often this place is passed, and jumps once that is often. */
  void emitCounter(int limit, Label often) {
    String name = "passed" + counters++;
    int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC;
    writer.visitField(access, name, "I", null, null).visitEnd();
    String owner = names.className(analysis.index());
    unit.code().visitFieldInsn(Opcodes.GETSTATIC, owner, name, "I");
    unit.pushInt(limit);
    unit.jump(Opcodes.IF_ICMPGE, often);
    unit.code().visitFieldInsn(Opcodes.GETSTATIC, owner, name, "I");
    unit.op(Opcodes.ICONST_1);
    unit.op(Opcodes.IADD);
    unit.code().visitFieldInsn(Opcodes.PUTSTATIC, owner, name, "I");
  }

  // Comparisons wait for what follows

  void setPending(Condition condition) {
    pending = condition;
  }

  /** The comparison before, which the instruction that asks makes use of itself; or null. */
  Condition takePending() {
    Condition taken = pending;
    pending = null;
    return taken;
  }

  /** Makes a number of the comparison before, if there is one. */
  void flush() {
    if (pending != null) {
      takePending().emitNumber(unit);
    }
  }

  /** Takes a condition from the stack and jumps. */
  void jumpIf(boolean ifTrue, Label label) {
    Condition condition = takePending();
    if (condition == null) {
      unit.jump(ifTrue ? Opcodes.IFNE : Opcodes.IFEQ, label);
    } else {
      condition.emitJump(unit, ifTrue, label);
    }
  }

  // The stack

  /** The types at the top of the stack, the deepest first. */
  ValueType[] top(int count) {
    return types(operands().size() - count, count);
  }

  ValueType[] types(int height, int count) {
    ValueType[] types = new ValueType[count];
    for (int i = 0; i < count; i++) {
      types[i] = operands().at(height + i);
    }
    return types;
  }

  /** What the JVM has on its stack where so many operands lie below the given ones. */
  Object[] stackMap(int height, ValueType... above) {
    int below = height - unit.baseHeight();
    Object[] map = new Object[below + above.length];
    for (int i = 0; i < below; i++) {
      map[i] = JvmTypes.frameType(operands().at(unit.baseHeight() + i));
    }
    for (int i = 0; i < above.length; i++) {
      map[below + i] = JvmTypes.frameType(above[i]);
    }
    return map;
  }

  static Target target(ControlFrame frame) {
    return (Target) frame.attachment;
  }

  /** The method of an instruction, or its instruction of the JVM. */
  void emitOperation(Instruction each) {
    Opcode opcode = each.opcode;
    if (opcode.home() == null) {
      unit.op(opcode.jvm());
      if (opcode.jvm() == Opcodes.NOP) {
        throw new IllegalStateException("BUG: nothing is emitted for " + opcode);
      }
      return;
    }
    String signature = opcode.signature();
    int colon = signature.indexOf(':');
    StringBuilder descriptor = new StringBuilder("(").append(letters(signature, 0, colon));
    if (opcode.home().takesState()) {
      descriptor.append("I".repeat(pushIndexes(each))).append('L').append(ClassNames.STATE);
      descriptor.append(';');
      unit.loadState();
    }
    descriptor.append(')');
    descriptor.append(colon + 1 < signature.length() ? letters(signature, colon + 1) : "V");
    unit.callRun(opcode.home().className(), opcode.method(), descriptor.toString());
  }

  private int pushIndexes(Instruction each) {
    boolean access =
        each.opcode.home() == Opcode.Home.LOADS || each.opcode.home() == Opcode.Home.STORES;
    if (access && each.index == 0) {
      return 0; // a shorter method, without an offset
    }
    int count =
        switch (each.opcode) {
          case MEMORY_SIZE, MEMORY_GROW, MEMORY_COPY, MEMORY_FILL -> 0;
          case TABLE_COPY, TABLE_INIT -> 2;
          default -> 1;
        };
    if (count > 0) {
      unit.pushInt(each.index);
    }
    if (count > 1) {
      unit.pushInt(each.second);
    }
    return count;
  }

  private static String letters(String signature, int from) {
    return letters(signature, from, signature.length());
  }

  private static String letters(String signature, int from, int to) {
    return signature.substring(from, to).replace('l', 'j').toUpperCase(Locale.ROOT);
  }
}
