package org.dylink.engine.jvm.emit;

import org.dylink.engine.jvm.binary.Instruction;
import org.dylink.format.ValueType;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Constants, variables, references, tables, and choosing between values (WebAssembly Core,
 * Execution, Parametric, Variable, Reference and Table Instructions).
 */
final class ValueEmitter {
  private static final String OBJECT = "Ljava/lang/Object;";
  private static final String STATE = "L" + ClassNames.STATE + ";";

  private final Emission emission;

  ValueEmitter(Emission emission) {
    this.emission = emission;
  }

  private MethodUnit unit() {
    return emission.unit();
  }

  void emit(Instruction each) {
    switch (each.opcode) {
      case I32_CONST, I64_CONST, F32_CONST, F64_CONST ->
          Constants.push(unit().code(), each, emission.analysis().hasManyConstants());
      case LOCAL_GET -> unit().locals().get(unit(), each.index);
      case LOCAL_SET -> unit().locals().set(unit(), each.index);
      case LOCAL_TEE -> {
        unit().duplicate(emission.operands().fromTop(0));
        unit().locals().set(unit(), each.index);
      }
      case GLOBAL_GET -> emitGlobalGet(each.index);
      case GLOBAL_SET -> emitGlobalSet(each.index);
      case DROP -> unit().pop(emission.operands().fromTop(0));
      default -> emitReference(each);
    }
  }

  private void emitGlobalGet(int index) {
    ValueType type = emission.spaces().global(index).value();
    unit().pushInt(index);
    unit().loadState();
    String method =
        switch (type) {
          case I32 -> "getInt";
          case I64 -> "getLong";
          case F32 -> "getFloat";
          case F64 -> "getDouble";
          default -> "getReference";
        };
    unit().callRun("Globals", method, "(I" + STATE + ")" + JvmTypes.descriptor(type));
  }

  private void emitGlobalSet(int index) {
    ValueType type = emission.spaces().global(index).value();
    unit().pushInt(index);
    unit().loadState();
    unit().callRun("Globals", "set", "(" + JvmTypes.descriptor(type) + "I" + STATE + ")V");
  }

  /** Of two values, the first if the condition holds. */
  void emitSelect() {
    ValueType type = emission.operands().fromTop(1);
    boolean wide = JvmTypes.size(type) == 2;
    Label first = new Label();
    Object[] stack = emission.stackMap(emission.operands().size() - 1);
    emission.jumpIf(true, first);
    // The condition failed: bring the second below the first, which is dropped then.
    unit().op(wide ? Opcodes.DUP2_X2 : Opcodes.SWAP);
    if (wide) {
      unit().op(Opcodes.POP2);
    }
    unit().place(first, stack);
    unit().pop(type);
  }

  private void emitReference(Instruction each) {
    switch (each.opcode) {
      case REF_NULL -> unit().op(Opcodes.ACONST_NULL);
      case REF_IS_NULL ->
          unit()
              .code()
              .visitMethodInsn(
                  Opcodes.INVOKESTATIC, "java/util/Objects", "isNull", "(" + OBJECT + ")Z", false);
      case REF_FUNC -> {
        unit().loadState();
        unit().pushInt(each.index);
        unit()
            .code()
            .visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                ClassNames.STATE,
                "function",
                "(I)L" + ClassNames.FUNCTION + ";",
                false);
      }
      case TABLE_GET -> emitTable(each, "I", OBJECT);
      case TABLE_SET -> emitTable(each, "I" + OBJECT, "V");
      case TABLE_GROW -> emitTable(each, OBJECT + "I", "I");
      case TABLE_FILL -> emitTable(each, "I" + OBJECT + "I", "V");
      default -> throw new IllegalStateException("BUG: nothing is emitted for " + each.opcode);
    }
  }

  private void emitTable(Instruction each, String operands, String result) {
    unit().pushInt(each.index);
    unit().loadState();
    unit()
        .callRun(
            "TableInstructions", each.opcode.method(), "(" + operands + "I" + STATE + ")" + result);
  }
}
