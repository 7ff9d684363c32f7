package org.dylink.engine.jvm.emit;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.Opcode;

/** Instructions that become calls of methods of {@code engine.jvm.run}. */
final class MethodLowering {
  private MethodLowering() {}

  /**
   * A call of the method of an instruction: of those of its name, the shortest that takes the
   * operands and has room for the offset.
   */
  static Lowering.Code of(RunClass owner, Opcode opcode) {
    return of(owner, opcode, opcode.text());
  }

  private static Lowering.Code of(RunClass owner, Opcode opcode, String text) {
    List<MethodCall> calls =
        owner.named(text).stream()
            .map(method -> MethodCall.of(method, opcode))
            .sorted(Comparator.comparingInt(MethodCall::parameterCount))
            .toList();
    return calls.size() == 1
        ? calls.get(0)
        : (to, at) -> fitting(calls, to.body(), at).emit(to, at);
  }

  private static MethodCall fitting(List<MethodCall> calls, Body body, int at) {
    for (MethodCall call : calls) {
      if (call.fits(body, at)) {
        return call;
      }
    }
    throw new IllegalStateException("BUG: no method for the operands of " + body.opcode(at));
  }

  /** A call of the method that the kind of memory has which an instruction names. */
  static Lowering.Code of(Map<MemoryAccesses, RunClass> owners, Opcode opcode) {
    return of(owners, opcode, opcode.text());
  }

  /** As of, by methods that have this name as a text: those of a part of the instruction. */
  static Lowering.Code of(Map<MemoryAccesses, RunClass> owners, Opcode opcode, String text) {
    Map<MemoryAccesses, Lowering.Code> codes = new EnumMap<>(MemoryAccesses.class);
    owners.forEach((kind, owner) -> codes.put(kind, of(owner, opcode, text)));
    return (to, at) -> codes.get(to.memory(to.body().second(at))).emit(to, at);
  }

  /** Within a memory by its own method, between two by one that serves all kinds. */
  static Lowering.Code ofCopy(Lowering.Code within, Lowering.Code between) {
    return (to, at) -> {
      boolean isSame = to.body().index(at) == to.body().second(at);
      (isSame ? within : between).emit(to, at);
    };
  }
}
