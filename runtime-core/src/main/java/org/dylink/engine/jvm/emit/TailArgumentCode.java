package org.dylink.engine.jvm.emit;

import org.dylink.engine.jvm.run.call.InstanceState;
import org.dylink.engine.jvm.run.call.TailArguments;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes how the arguments of a noted call go to {@link TailArguments}, and come back. */
final class TailArgumentCode {
  private static final TypedMethods PUT =
      TypedMethods.setters(TailArguments.class, "put", int.class, InstanceState.class);
  private static final TypedMethods GET =
      TypedMethods.getters(TailArguments.class, int.class, InstanceState.class);

  private final FunctionType type;

  TailArgumentCode(FunctionType type) {
    this.type = type;
  }

  /** Takes them off the stack. */
  void note(MethodUnit unit) {
    int word = JvmTypes.paramSize(type);
    for (int i = type.params().size() - 1; i >= 0; i--) {
      ValueType param = type.params().get(i);
      word -= JvmTypes.size(param);
      if (param == ValueType.V128) {
        put(unit, param, word + 1);
      }
      put(unit, param, word);
    }
  }

  private static void put(MethodUnit unit, ValueType param, int word) {
    unit.pushInt(word);
    unit.loadState();
    unit.call(PUT.of(param));
  }

  /** Puts them on the stack, from the state in a slot. */
  void load(MethodVisitor to, int stateSlot) {
    int word = 0;
    for (ValueType param : type.params()) {
      get(to, param, word, stateSlot);
      if (param == ValueType.V128) {
        get(to, param, word + 1, stateSlot);
      }
      word += JvmTypes.size(param);
    }
  }

  private static void get(MethodVisitor to, ValueType param, int word, int stateSlot) {
    Constants.pushInt(to, word);
    to.visitVarInsn(Opcodes.ALOAD, stateSlot);
    GET.of(param).call(to);
  }
}
