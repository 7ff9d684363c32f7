package org.dylink.engine.jvm.emit;

import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.plan.BodyFacts;
import org.dylink.engine.jvm.run.call.Frames;
import org.dylink.format.ValueType;
import org.objectweb.asm.Opcodes;

/**
 * Where a split function keeps what its parts share: the locals, then room for operands on their
 * way from one part to another. The arrays are local variables of each part.
 */
final class FrameLayout {
  static final String NUMBERS = "[J";
  static final String REFERENCES = "[Ljava/lang/Object;";

  private static final TypedMethods GET =
      TypedMethods.getters(Frames.class, long[].class, int.class);
  private static final TypedMethods PUT =
      TypedMethods.setters(Frames.class, "put", long[].class, int.class);

  private final ValueType[] locals;
  private final int size;
  private int numbersSlot;
  private int referencesSlot;

  FrameLayout(Body body, BodyFacts facts) {
    this.locals = body.locals();
    this.size = locals.length + facts.deepest() + body.type().results().size();
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
    loadArray(unit, type, index);
    unit.call(GET.of(type));
  }

  void put(MethodUnit unit, ValueType type, int index) {
    loadArray(unit, type, index);
    unit.call(PUT.of(type));
  }

  private void loadArray(MethodUnit unit, ValueType type, int index) {
    int slot = JvmTypes.isObject(type) ? referencesSlot : numbersSlot;
    unit.code().visitVarInsn(Opcodes.ALOAD, slot);
    unit.pushInt(index);
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
