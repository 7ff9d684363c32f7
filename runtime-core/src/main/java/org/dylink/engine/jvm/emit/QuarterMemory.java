package org.dylink.engine.jvm.emit;

import static org.dylink.engine.jvm.code.Opcode.I32_LOAD;
import static org.dylink.engine.jvm.code.Opcode.I32_STORE;
import static org.dylink.engine.jvm.code.Opcode.I64_LOAD;
import static org.dylink.engine.jvm.code.Opcode.V128_LOAD;
import static org.dylink.engine.jvm.code.Opcode.V128_LOAD16X4_S;
import static org.dylink.engine.jvm.code.Opcode.V128_LOAD16X4_U;
import static org.dylink.engine.jvm.code.Opcode.V128_LOAD32_SPLAT;
import static org.dylink.engine.jvm.code.Opcode.V128_LOAD32_ZERO;
import static org.dylink.engine.jvm.code.Opcode.V128_STORE;
import static org.dylink.engine.jvm.code.Opcode.V128_STORE32_LANE;
import static org.dylink.format.ValueType.I32;
import static org.dylink.format.ValueType.I64;
import static org.dylink.format.ValueType.V128;

import java.util.EnumMap;
import java.util.Map;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.format.ValueType;
import org.objectweb.asm.Opcodes;

/**
 * Loads and stores of {@link QuarterLowering}: a number of 32 bits for each quarter, so that a
 * float goes from memory to where it is computed with and back without a detour through longs.
 */
final class QuarterMemory {
  private static final int QUARTERS = 4;
  private static final int SHORT_BITS = 16;

  private QuarterMemory() {}

  /** By quarters in a body that has few. */
  static Lowering.Code whereFew(Lowering.Code quarters, Lowering.Code otherwise) {
    return (to, at) -> (to.hasFewVectorAccesses() ? quarters : otherwise).emit(to, at);
  }

  static void addTo(Map<Opcode, Lowering.Code> rows) {
    rows.put(V128_LOAD, load(methods("v128.load_quarter")));
    rows.put(V128_STORE, store(methods("v128.store_quarters")));
    Lowering.Code number =
        MethodLowering.of(MemoryAccesses.classes(MemoryAccesses::loads), I32_LOAD);
    Lowering.Code splat = QuarterEmitter.splat(unit -> {});
    rows.put(
        V128_LOAD32_SPLAT,
        (to, at) -> {
          number.emit(to, at);
          splat.emit(to, at);
        });
    rows.put(
        V128_LOAD32_ZERO,
        (to, at) -> {
          number.emit(to, at);
          for (int i = 1; i < QUARTERS; i++) {
            to.unit().op(Opcodes.ICONST_0);
          }
        });
    rows.put(V128_LOAD16X4_S, extended(Opcodes.I2S));
    rows.put(V128_LOAD16X4_U, extended(Opcodes.I2C));
    rows.put(V128_STORE32_LANE, storeLane());
  }

  private static Map<MemoryAccesses, RunMethod> methods(String name) {
    Map<MemoryAccesses, RunMethod> methods = new EnumMap<>(MemoryAccesses.class);
    MemoryAccesses.classes(MemoryAccesses::vectors)
        .forEach((kind, methodsOfKind) -> methods.put(kind, methodsOfKind.method(name)));
    return methods;
  }

  private static void call(Emitters to, int at, Map<MemoryAccesses, RunMethod> methods) {
    int memory = to.body().second(at);
    to.unit().loadMemory(memory);
    to.unit().call(methods.get(to.memory(memory)));
  }

  private static Lowering.Code load(Map<MemoryAccesses, RunMethod> methods) {
    return (to, at) -> {
      ValueType[] address = {to.body().addressType(at).valueType()};
      int[] place = to.unit().spill(address);
      for (int i = 0; i < QUARTERS; i++) {
        to.unit().reload(address, place);
        MethodCall.pushOffset(to.unit(), to.body(), at);
        to.unit().pushInt(i);
        call(to, at, methods);
      }
    };
  }

  private static Lowering.Code store(Map<MemoryAccesses, RunMethod> methods) {
    return (to, at) -> {
      MethodCall.pushOffset(to.unit(), to.body(), at);
      call(to, at, methods);
    };
  }

  /** Four numbers of 16 bits. */
  private static Lowering.Code extended(int conversion) {
    Lowering.Code all = MethodLowering.of(MemoryAccesses.classes(MemoryAccesses::loads), I64_LOAD);
    ValueType[] loaded = {I64};
    return (to, at) -> {
      all.emit(to, at);
      int[] place = to.unit().spill(loaded);
      for (int i = 0; i < QUARTERS; i++) {
        to.unit().reload(loaded, place);
        if (i > 0) {
          to.unit().pushInt(i * SHORT_BITS);
          to.unit().op(Opcodes.LUSHR);
        }
        to.unit().op(Opcodes.L2I);
        to.unit().op(conversion);
      }
    };
  }

  private static Lowering.TakingVectors storeLane() {
    Lowering.Code number =
        MethodLowering.of(MemoryAccesses.classes(MemoryAccesses::stores), I32_STORE);
    return (to, at) -> {
      ValueType address = to.body().addressType(at).valueType();
      int[] places = to.take(new ValueType[] {address, V128});
      to.unit().load(address, places[0]);
      to.unit().load(I32, places[1] + to.body().lane(at));
      number.emit(to, at);
    };
  }
}
