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
  private static final RunMethod GET_HIGH =
      RunMethod.of(Globals.class, "getHigh", int.class, InstanceState.class);
  private static final RunMethod SET_HIGH =
      RunMethod.of(Globals.class, "setHigh", long.class, int.class, InstanceState.class);
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

  void emitVector(int at) {
    VectorBorder.push(unit(), body.vector(at), emission.facts().hasManyConstants());
  }

  void emitLocalGet(int at) {
    get(body.index(at));
  }

  private void get(int local) {
    int slot = unit().locals().slot(local);
    if (slot >= 0 && body.locals()[local] == ValueType.V128) {
      emission.vectors().add(slot);
    } else {
      emission.vectors().flush(unit());
      unit().locals().get(unit(), local);
    }
  }

  void emitLocalSet(int at) {
    unit().locals().set(unit(), body.index(at));
  }

  void emitLocalTee(int at) {
    if (body.operands(at).top() == ValueType.V128) {
      emitLocalSet(at);
      get(body.index(at));
    } else {
      unit().duplicate(body.operands(at).top());
      emitLocalSet(at);
    }
  }

  void emitGlobalGet(int at) {
    emitGlobal(at, GET_GLOBAL.of(globalType(at)));
    if (globalType(at) == ValueType.V128) {
      emitGlobal(at, GET_HIGH);
      VectorBorder.fromLongs(unit());
    }
  }

  void emitGlobalSet(int at) {
    if (globalType(at) == ValueType.V128) {
      VectorBorder.toLongs(unit());
      emitGlobal(at, SET_HIGH);
    }
    emitGlobal(at, SET_GLOBAL.of(globalType(at)));
  }

  private ValueType globalType(int at) {
    return body.spaces().global(body.index(at)).value();
  }

  private void emitGlobal(int at, RunMethod access) {
    unit().pushInt(body.index(at));
    unit().loadState();
    unit().call(access);
  }

  void emitDrop(int at) {
    unit().pop(body.operands(at).top());
  }

  /** Of two values, the first if the condition holds. */
  void emitSelect(int at) {
    Operands values = body.operands(at).below();
    ValueType type = values.top();
    Label first = new Label();
    Object[] stack = emission.stackMap(values);
    emission.jumpIf(true, first);
    // The condition failed: bring the second below the first, which is dropped then.
    exchange(type);
    unit().place(first, stack);
    unit().pop(type);
  }

  private void exchange(ValueType type) {
    switch (JvmTypes.size(type)) {
      case 1 -> unit().op(Opcodes.SWAP);
      case 2 -> {
        unit().op(Opcodes.DUP2_X2);
        unit().op(Opcodes.POP2);
      }
      default -> {
        ValueType[] both = {type, type};
        int[] places = unit().spill(both);
        unit().load(type, places[1]);
        unit().load(type, places[0]);
      }
    }
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
