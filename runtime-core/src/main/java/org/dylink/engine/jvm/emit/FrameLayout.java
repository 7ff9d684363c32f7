package org.dylink.engine.jvm.emit;

import java.util.List;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.Operands;
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
  private final int[] places; // of each local; the last is that of the first operand
  private final int size;
  private int numbersSlot;
  private int referencesSlot;

  FrameLayout(Body body, BodyFacts facts) {
    this.locals = body.locals();
    this.places = new int[locals.length + 1];
    for (int i = 0; i < locals.length; i++) {
      places[i + 1] = places[i] + Operands.words(locals[i]);
    }
    this.size = operands() + facts.deepest() + words(body.type().results());
  }

  private static int words(List<ValueType> types) {
    return types.stream().mapToInt(Operands::words).sum();
  }

  /** Where the room for operands begins. */
  private int operands() {
    return places[locals.length];
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

  /** Puts a local's value on the stack. */
  void get(MethodUnit unit, int local) {
    get(unit, locals[local], places[local]);
  }

  /** Takes a local's value from the stack. */
  void put(MethodUnit unit, int local) {
    put(unit, locals[local], places[local]);
  }

  private void get(MethodUnit unit, ValueType type, int place) {
    access(unit, type, place, GET);
    if (type == ValueType.V128) {
      access(unit, type, place + 1, GET);
      VectorBorder.fromLongs(unit);
    }
  }

  private void put(MethodUnit unit, ValueType type, int place) {
    if (type == ValueType.V128) {
      VectorBorder.toLongs(unit);
      access(unit, type, place + 1, PUT);
    }
    access(unit, type, place, PUT);
  }

  private void access(MethodUnit unit, ValueType type, int place, TypedMethods methods) {
    unit.code().visitVarInsn(Opcodes.ALOAD, type.isReference() ? referencesSlot : numbersSlot);
    unit.pushInt(place);
    unit.call(methods.of(type));
  }

  /** Takes values off the stack, to be fetched by another part. */
  void send(MethodUnit unit, ValueType[] types) {
    int place = operands() + words(List.of(types));
    for (int i = types.length - 1; i >= 0; i--) {
      place -= Operands.words(types[i]);
      put(unit, types[i], place);
    }
  }

  void receive(MethodUnit unit, ValueType[] types) {
    int place = operands();
    for (ValueType type : types) {
      get(unit, type, place);
      place += Operands.words(type);
    }
  }
}
