package org.dylink.engine.jvm.emit;

import java.util.Objects;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.Operands;
import org.dylink.engine.jvm.run.call.Globals;
import org.dylink.engine.jvm.run.call.InstanceState;
import org.dylink.engine.jvm.run.call.TableInstructions;
import org.dylink.format.ValueType;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Constants, variables, references, and choosing between values (WebAssembly Core, Execution,
 * Parametric, Variable and Reference Instructions).
 */
final class ValueEmitter {
  static final RunMethod FUNCTION =
      RunMethod.of(TableInstructions.class, "refFunc", int.class, InstanceState.class);

  private static final TypedMethods GET_GLOBAL =
      TypedMethods.getters(Globals.class, int.class, InstanceState.class);
  private static final TypedMethods SET_GLOBAL =
      TypedMethods.setters(Globals.class, "set", int.class, InstanceState.class);
  private static final RunMethod IS_NULL = RunMethod.of(Objects.class, "isNull", Object.class);

  private final Emission emission;
  private final Body body;

  ValueEmitter(Emission emission) {
    this.emission = emission;
    this.body = emission.body();
  }

  private MethodUnit unit() {
    return emission.unit();
  }

  void emitConstant(int at) {
    boolean computed = emission.facts().hasManyConstants();
    Constants.push(unit().code(), body.opcode(at), body.constant(at), computed);
  }

  void emitLocalGet(int at) {
    unit().locals().get(unit(), body.index(at));
  }

  void emitLocalSet(int at) {
    unit().locals().set(unit(), body.index(at));
  }

  void emitLocalTee(int at) {
    unit().duplicate(body.operands(at).top());
    emitLocalSet(at);
  }

  void emitGlobalGet(int at) {
    emitGlobal(at, GET_GLOBAL);
  }

  void emitGlobalSet(int at) {
    emitGlobal(at, SET_GLOBAL);
  }

  private void emitGlobal(int at, TypedMethods access) {
    int index = body.index(at);
    unit().pushInt(index);
    unit().loadState();
    unit().call(access.of(body.spaces().global(index).value()));
  }

  void emitDrop(int at) {
    unit().pop(body.operands(at).top());
  }

  /** Of two values, the first if the condition holds. */
  void emitSelect(int at) {
    Operands values = body.operands(at).below();
    ValueType type = values.top();
    boolean wide = JvmTypes.size(type) == 2;
    Label first = new Label();
    Object[] stack = emission.stackMap(values);
    emission.jumpIf(true, first);
    // The condition failed: bring the second below the first, which is dropped then.
    unit().op(wide ? Opcodes.DUP2_X2 : Opcodes.SWAP);
    if (wide) {
      unit().op(Opcodes.POP2);
    }
    unit().place(first, stack);
    unit().pop(type);
  }

  void emitIsNull() {
    unit().call(IS_NULL);
  }

  void emitFunction(int at) {
    unit().pushInt(body.index(at));
    unit().loadState();
    unit().call(FUNCTION);
  }
}
