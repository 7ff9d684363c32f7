package org.dylink.engine.jvm.emit;

import static org.dylink.engine.jvm.code.Opcode.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.engine.jvm.run.vector.SingleLanes;
import org.dylink.engine.jvm.run.vector.Widening;
import org.dylink.format.ValueType;

/**
 * What instructions become that are between a vector and memory, or a number. All that access less
 * than a vector are made of the load or store of a number.
 */
final class VectorMemoryLowering {
  private static final int ACCESS = 160;
  private static final int LANE = 24;

  private final Map<Opcode, Lowering> rows;
  private final RunClass lanes = RunClass.of(SingleLanes.class);

  private VectorMemoryLowering(Map<Opcode, Lowering> rows) {
    this.rows = rows;
  }

  static void addTo(Map<Opcode, Lowering> rows) {
    VectorMemoryLowering table = new VectorMemoryLowering(rows);
    table.addWholeAccesses();
    table.addSingleLanes();
    table.addLoads();
    table.addLaneAccesses();
  }

  private void row(Opcode opcode, int weight, Lowering.Code code) {
    rows.put(opcode, Lowering.of(weight, code));
  }

  private void addWholeAccesses() {
    Map<MemoryAccesses, RunClass> accesses = MemoryAccesses.classes(MemoryAccesses::vectors);
    Lowering.Code low = MethodLowering.of(accesses, V128_LOAD);
    Lowering.Code high = MethodLowering.of(accesses, V128_LOAD, "v128.load_high");
    row(
        V128_LOAD,
        ACCESS,
        (to, at) -> {
          ValueType[] address = {to.body().addressType(at).valueType()};
          int[] place = to.unit().spill(address);
          to.unit().reload(address, place);
          low.emit(to, at);
          to.unit().reload(address, place);
          high.emit(to, at);
        });
    row(V128_STORE, ACCESS, MethodLowering.of(accesses, V128_STORE));
  }

  private void addSingleLanes() {
    for (Opcode opcode : EnumSet.range(I8X16_SPLAT, F64X2_REPLACE_LANE)) {
      RunMethod method = lanes.method(opcode);
      List<ValueType> operands = opcode.type().params();
      row(
          opcode,
          LANE,
          opcode.compareTo(F64X2_SPLAT) <= 0
              ? Halves.twice((to, at) -> to.unit().call(method))
              : operands.size() == 1
                  ? LaneEmitter.extract(method)
                  : LaneEmitter.replace(method, operands.get(1)));
    }
  }

  private void addLoads() {
    splat(V128_LOAD8_SPLAT, I32_LOAD8_U, I8X16_SPLAT);
    splat(V128_LOAD16_SPLAT, I32_LOAD16_U, I16X8_SPLAT);
    splat(V128_LOAD32_SPLAT, I32_LOAD, I32X4_SPLAT);
    splat(V128_LOAD64_SPLAT, I64_LOAD, I64X2_SPLAT);
    row(V128_LOAD32_ZERO, ACCESS / 2, Halves.lowOnly(code(I64_LOAD32_U)));
    row(V128_LOAD64_ZERO, ACCESS / 2, Halves.lowOnly(code(I64_LOAD)));
    extended(V128_LOAD8X8_S, "i16x8.extend_i8x16_s");
    extended(V128_LOAD8X8_U, "i16x8.extend_i8x16_u");
    extended(V128_LOAD16X4_S, "i32x4.extend_i16x8_s");
    extended(V128_LOAD16X4_U, "i32x4.extend_i16x8_u");
    extended(V128_LOAD32X2_S, "i64x2.extend_i32x4_s");
    extended(V128_LOAD32X2_U, "i64x2.extend_i32x4_u");
  }

  private static Lowering.Code code(Opcode number) {
    return LoweringTable.of(number).code();
  }

  private void splat(Opcode opcode, Opcode load, Opcode splat) {
    Lowering.Code loaded = code(load);
    Lowering.Code spread = rows.get(splat).code();
    row(
        opcode,
        ACCESS / 2,
        (to, at) -> {
          loaded.emit(to, at);
          spread.emit(to, at);
        });
  }

  private void extended(Opcode opcode, String method) {
    RunMethod extend = RunClass.of(Widening.class).method(method);
    Lowering.Code loaded = code(I64_LOAD);
    Lowering.Code widened = Halves.widened(unit -> unit.call(extend));
    row(
        opcode,
        ACCESS,
        (to, at) -> {
          loaded.emit(to, at);
          widened.emit(to, at);
        });
  }

  private void addLaneAccesses() {
    load(V128_LOAD8_LANE, I32_LOAD8_U, I8X16_REPLACE_LANE);
    load(V128_LOAD16_LANE, I32_LOAD16_U, I16X8_REPLACE_LANE);
    load(V128_LOAD32_LANE, I32_LOAD, I32X4_REPLACE_LANE);
    load(V128_LOAD64_LANE, I64_LOAD, I64X2_REPLACE_LANE);
    store(V128_STORE8_LANE, I32_STORE8, I8X16_EXTRACT_LANE_U);
    store(V128_STORE16_LANE, I32_STORE16, I16X8_EXTRACT_LANE_U);
    store(V128_STORE32_LANE, I32_STORE, I32X4_EXTRACT_LANE);
    store(V128_STORE64_LANE, I64_STORE, I64X2_EXTRACT_LANE);
  }

  private void load(Opcode opcode, Opcode load, Opcode replace) {
    ValueType number = load.type().results().get(0);
    row(opcode, ACCESS, LaneEmitter.load(code(load), rows.get(replace).code(), number));
  }

  private void store(Opcode opcode, Opcode store, Opcode extract) {
    row(opcode, ACCESS, LaneEmitter.store(rows.get(extract).code(), code(store)));
  }
}
