package org.dylink.engine.jvm.emit;

import org.dylink.format.ValueType;
import org.objectweb.asm.Opcodes;

/**
 * Where a split function keeps what its parts share: the locals, then room for operands on their
 * way from one part to another. The arrays are local variables of each part.
 */
final class FrameLayout {
  static final String NUMBERS = "[J";
  static final String REFERENCES = "[Ljava/lang/Object;";

  private final ValueType[] locals;
  private final int size;
  private int numbersSlot;
  private int referencesSlot;

  FrameLayout(BodyAnalysis analysis) {
    this.locals = analysis.locals();
    this.size = locals.length + analysis.deepest() + analysis.type().results().size();
  }

  /** As a part has it, whose first parameters are the arrays. */
  void addTo(MethodUnit unit) {
    numbersSlot = unit.slots().add(NUMBERS, 1);
    referencesSlot = unit.slots().add(REFERENCES, 1);
  }

  /** Makes the arrays at the start of the function. */
  void allocate(MethodUnit unit, boolean hasReferences) {
    unit.pushInt(size);
    unit.code().visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_LONG);
    unit.code().visitVarInsn(Opcodes.ASTORE, numbersSlot);
    if (hasReferences) {
      unit.pushInt(size);
      unit.code().visitTypeInsn(Opcodes.ANEWARRAY, JvmTypes.OBJECT);
    } else {
      unit.op(Opcodes.ACONST_NULL);
    }
    unit.code().visitVarInsn(Opcodes.ASTORE, referencesSlot);
  }

  /** Puts the arrays on the stack, for a call of a part. */
  void load(MethodUnit unit) {
    unit.code().visitVarInsn(Opcodes.ALOAD, numbersSlot);
    unit.code().visitVarInsn(Opcodes.ALOAD, referencesSlot);
  }

  /** The type of a local. */
  ValueType local(int index) {
    return locals[index];
  }

  /** The place of an operand on its way. */
  int operand(int position) {
    return locals.length + position;
  }

  void get(MethodUnit unit, ValueType type, int index) {
    String array = loadArray(unit, type, index);
    String method =
        switch (type) {
          case I32 -> "getInt";
          case I64 -> "getLong";
          case F32 -> "getFloat";
          case F64 -> "getDouble";
          default -> "getReference";
        };
    unit.callRun("Frames", method, "(" + array + "I)" + JvmTypes.descriptor(type));
  }

  void put(MethodUnit unit, ValueType type, int index) {
    String array = loadArray(unit, type, index);
    unit.callRun("Frames", "put", "(" + JvmTypes.descriptor(type) + array + "I)V");
  }

  private String loadArray(MethodUnit unit, ValueType type, int index) {
    boolean reference = type.isReference();
    unit.code().visitVarInsn(Opcodes.ALOAD, reference ? referencesSlot : numbersSlot);
    unit.pushInt(index);
    return reference ? REFERENCES : NUMBERS;
  }

  /** Takes values off the stack, to be fetched by another part. */
  void send(MethodUnit unit, ValueType[] types) {
    for (int i = types.length - 1; i >= 0; i--) {
      put(unit, types[i], operand(i));
    }
  }

  void receive(MethodUnit unit, ValueType[] types) {
    for (int i = 0; i < types.length; i++) {
      get(unit, types[i], operand(i));
    }
  }
}
