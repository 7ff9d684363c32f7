package org.dylink.machine.ir;

import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.machine.Service;
import org.dylink.engine.machine.TrapCode;
import org.dylink.format.HeapType;
import org.dylink.format.ValueType;
import org.dylink.machine.ir.FunctionText.Value;

/**
 * Instructions on references. One to a function is its address; any other is a number that Java
 * knows while a guest runs in the thread, and gets anew from tables and globals.
 */
final class ReferenceText {
  private final FunctionText text;
  private final Values values;
  private final Body body;
  private final ControlText control;
  private final CallText calls;

  ReferenceText(FunctionText text, Values values, Body body, ControlText control, CallText calls) {
    this.text = text;
    this.values = values;
    this.body = body;
    this.control = control;
    this.calls = calls;
  }

  /** Whether Java alone knows what references of a type are to. */
  static boolean isOfHost(ValueType type) {
    return type.isReference() && type.heapType().top() != HeapType.Abstract.FUNC;
  }

  /** Writes an instruction if it is one of these. */
  boolean write(int at) {
    int index = body.index(at);
    switch (body.opcode(at)) {
      case REF_NULL -> values.push(new Value("ptr", "null"));
      case REF_FUNC -> push(calls.service(Service.REF_FUNC, index));
      case REF_AS_NON_NULL -> values.push(calls.nonNull(values.pop(), TrapCode.NULL_REFERENCE));
      case BR_ON_NULL -> branchOnNull(at, true);
      case BR_ON_NON_NULL -> branchOnNull(at, false);
      case TABLE_GET -> tableGet(index);
      case TABLE_SET -> tableSet(index);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void push(Value answer) {
    values.push(text.give("ptr", "inttoptr " + answer + " to ptr"));
  }

  // The branch on null carries no reference; the other one carries it, and goes on without.
  private void branchOnNull(int at, boolean branchesOnNull) {
    Value reference = values.pop();
    Value isNull = text.give("i1", "icmp eq " + reference + ", null");
    String whereNull = text.freshLabel();
    String whereNot = text.freshLabel();
    text.line("br " + isNull + ", label %" + whereNull + ", label %" + whereNot);
    text.begin(branchesOnNull ? whereNull : whereNot);
    if (!branchesOnNull) {
      values.push(reference);
    }
    control.branchHere(body.block(at));
    text.begin(branchesOnNull ? whereNot : whereNull);
    if (branchesOnNull) {
      values.push(reference);
    } else {
      values.pop();
    }
  }

  private void tableGet(int table) {
    Value index = values.pop();
    if (isOfHost(body.spaces().table(table).element())) {
      push(calls.service(Service.TABLE_GET, table, index));
    } else {
      values.push(calls.element(index, table));
    }
  }

  private void tableSet(int table) {
    Value reference = values.pop();
    Value index = values.pop();
    calls.service(Service.TABLE_SET, table, index, reference);
  }
}
