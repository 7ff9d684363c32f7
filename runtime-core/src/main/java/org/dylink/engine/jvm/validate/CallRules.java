package org.dylink.engine.jvm.validate;

import static org.dylink.format.ValueType.FUNCREF;

import java.util.List;
import org.dylink.engine.jvm.code.Instruction;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;

/** Calls, also those that end a function. */
final class CallRules {
  private CallRules() {}

  static void call(Typing to, Instruction each) {
    call(to, to.spaces().function(each.index));
  }

  static void callIndirect(Typing to, Instruction each) {
    popIndex(to, each);
    call(to, to.spaces().type(each.index));
  }

  static void tailCall(Typing to, Instruction each) {
    tailCall(to, to.spaces().function(each.index));
  }

  static void tailCallIndirect(Typing to, Instruction each) {
    popIndex(to, each);
    tailCall(to, to.spaces().type(each.index));
  }

  static void callReference(Typing to, Instruction each) {
    popReference(to, each);
    call(to, to.spaces().type(each.index));
  }

  static void tailCallReference(Typing to, Instruction each) {
    popReference(to, each);
    tailCall(to, to.spaces().type(each.index));
  }

  private static void popReference(Typing to, Instruction each) {
    to.pop(to.spaces().definition(each.index).nullable());
  }

  private static void popIndex(Typing to, Instruction each) {
    to.requireSubtype(FUNCREF, to.table(each.second));
    to.pop(to.indexes(each.second));
  }

  private static void call(Typing to, FunctionType called) {
    to.pop(called.params());
    to.push(called.results());
  }

  private static void tailCall(Typing to, FunctionType called) {
    to.pop(called.params());
    List<ValueType> own = List.of(to.whole().type().results());
    if (!Typing.areSubtypes(called.results(), own)) {
      throw to.error(
          "type mismatch: expected results " + own + " of a tail call, found " + called.results());
    }
    to.setUnreachable();
  }
}
