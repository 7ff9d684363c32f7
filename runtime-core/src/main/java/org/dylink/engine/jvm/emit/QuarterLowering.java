package org.dylink.engine.jvm.emit;

import static org.dylink.engine.jvm.code.Opcode.*;
import static org.dylink.format.ValueType.V128;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.engine.jvm.run.vector.FloatQuarters;
import org.dylink.engine.jvm.run.vector.Quarters;
import org.dylink.format.ValueType;
import org.objectweb.asm.Opcodes;

/**
 * What instructions on vectors become in functions that keep them as four ints ({@link
 * VectorForm}): four times what makes a quarter. What has no row is done to two longs, which are
 * made of the ints before and taken apart behind.
 */
final class QuarterLowering {

  private static final RunClass INTS = RunClass.of(Quarters.class);
  private static final RunClass FLOATS = RunClass.of(FloatQuarters.class);
  private static final Map<Opcode, Lowering.Code> ROWS = new EnumMap<>(Opcode.class);

  static {
    Lowering.TakingVectors shuffle = QuarterEmitter::shuffle;
    ROWS.put(I8X16_SHUFFLE, shuffle);
    QuarterMemory.addTo(ROWS);
    ROWS.put(I32X4_SPLAT, QuarterEmitter.splat(unit -> {}));
    ROWS.put(F32X4_SPLAT, QuarterEmitter.splat(unit -> unit.call(QuarterEmitter.BITS)));
    ROWS.put(I32X4_EXTRACT_LANE, QuarterEmitter.extract(unit -> {}));
    ROWS.put(F32X4_EXTRACT_LANE, QuarterEmitter.extract(unit -> unit.call(QuarterEmitter.FLOAT)));
    ROWS.put(I32X4_REPLACE_LANE, QuarterEmitter.replace(unit -> {}));
    ROWS.put(F32X4_REPLACE_LANE, QuarterEmitter.replace(unit -> unit.call(QuarterEmitter.BITS)));
    jvm(I32X4_ADD, Opcodes.IADD);
    jvm(I32X4_SUB, Opcodes.ISUB);
    jvm(I32X4_MUL, Opcodes.IMUL);
    jvm(I32X4_NEG, Opcodes.INEG);
    jvm(I32X4_SHL, Opcodes.ISHL);
    jvm(I32X4_SHR_S, Opcodes.ISHR);
    jvm(I32X4_SHR_U, Opcodes.IUSHR);
    jvm(V128_AND, Opcodes.IAND);
    jvm(V128_OR, Opcodes.IOR);
    jvm(V128_XOR, Opcodes.IXOR);
    each(INTS, EnumSet.of(V128_NOT, V128_ANDNOT, V128_BITSELECT));
    each(INTS, EnumSet.of(I32X4_EQ, I32X4_NE, I32X4_LT_S, I32X4_GT_S, I32X4_LE_S, I32X4_GE_S));
    each(INTS, EnumSet.of(I32X4_ABS, I32X4_MIN_S, I32X4_MAX_S, I32X4_DOT_I16X8_S));
    each(INTS, EnumSet.range(I32X4_EXTADD_PAIRWISE_I16X8_S, I32X4_EXTADD_PAIRWISE_I16X8_U));
    each(INTS, EnumSet.of(I16X8_EXTADD_PAIRWISE_I8X16_U));
    each(INTS, EnumSet.range(I32X4_TRUNC_SAT_F32X4_S, F32X4_CONVERT_I32X4_U));
    each(FLOATS, EnumSet.range(F32X4_EQ, F32X4_GE));
    each(FLOATS, EnumSet.range(F32X4_ABS, F32X4_PMAX));
    each(FLOATS, EnumSet.range(F32X4_CEIL, F32X4_NEAREST));
    each(FLOATS, EnumSet.of(F32X4_RELAXED_MADD, F32X4_RELAXED_NMADD));
    for (Opcode whole : EnumSet.of(V128_ANY_TRUE, I32X4_ALL_TRUE, I32X4_BITMASK)) {
      RunMethod method = INTS.method(whole);
      ROWS.put(whole, (to, at) -> to.unit().call(method));
    }
    widened(EnumSet.range(I16X8_EXTEND_LOW_I8X16_S, I16X8_EXTEND_HIGH_I8X16_U));
    widened(EnumSet.range(I32X4_EXTEND_LOW_I16X8_S, I32X4_EXTEND_HIGH_I16X8_U));
    widened(EnumSet.range(I32X4_EXTMUL_LOW_I16X8_S, I32X4_EXTMUL_HIGH_I16X8_U));
    for (Opcode narrow : EnumSet.of(I16X8_NARROW_I32X4_S, I16X8_NARROW_I32X4_U)) {
      RunMethod method = INTS.method(narrow);
      ROWS.put(narrow, QuarterEmitter.ofNeighbours(unit -> unit.call(method)));
    }
    same(I32X4_RELAXED_TRUNC_F32X4_S, I32X4_TRUNC_SAT_F32X4_S);
    same(I32X4_RELAXED_TRUNC_F32X4_U, I32X4_TRUNC_SAT_F32X4_U);
    same(I32X4_RELAXED_LANESELECT, V128_BITSELECT);
    same(F32X4_RELAXED_MIN, F32X4_MIN);
    same(F32X4_RELAXED_MAX, F32X4_MAX);
  }

  private QuarterLowering() {}

  /** Whether an instruction is done to quarters, and not to halves. */
  static boolean has(Opcode opcode) {
    return ROWS.containsKey(opcode);
  }

  /** What an instruction becomes, in a function of either form. */
  static Lowering.Code inEachForm(Opcode opcode, Lowering.Code halves) {
    Lowering.Code onLongs = onLongs(opcode, halves);
    Lowering.Code ints =
        VectorForm.isWholeAccess(opcode)
            ? QuarterMemory.whereFew(ROWS.get(opcode), onLongs)
            : ROWS.getOrDefault(opcode, onLongs);
    return (to, at) -> {
      Lowering.Code code = to.unit().vectorForm() == VectorForm.INTS ? ints : halves;
      if (!(code instanceof Lowering.TakingVectors)) {
        to.vectors().flush(to.unit());
      }
      code.emit(to, at);
    };
  }

  private static Lowering.Code onLongs(Opcode opcode, Lowering.Code halves) {
    int count = opcode.type().params().size();
    boolean gives = opcode.type().results().contains(V128);
    return (to, at) -> {
      MethodUnit unit = to.unit();
      List<ValueType> operands =
          List.of(to.body().operands(at).typesFrom(to.body().operands(at).size() - count));
      VectorBorder.toLongs(unit, operands);
      unit.setVectorForm(VectorForm.LONGS);
      halves.emit(to, at);
      unit.setVectorForm(VectorForm.INTS);
      if (gives) {
        VectorBorder.fromLongs(unit);
      }
    };
  }

  private static void jvm(Opcode opcode, int instruction) {
    ROWS.put(opcode, QuarterEmitter.ofEach(opcode, unit -> unit.op(instruction)));
  }

  private static void each(RunClass methods, Set<Opcode> opcodes) {
    for (Opcode opcode : opcodes) {
      RunMethod method = methods.method(opcode);
      ROWS.put(opcode, QuarterEmitter.ofEach(opcode, unit -> unit.call(method)));
    }
  }

  /** By methods that are named without {@code low} or {@code high}. */
  private static void widened(Set<Opcode> opcodes) {
    for (Opcode opcode : opcodes) {
      RunMethod method = INTS.method(opcode.text().replaceFirst("_(low|high)", ""));
      boolean high = opcode.text().contains("_high");
      ROWS.put(opcode, QuarterEmitter.widened(opcode, unit -> unit.call(method), high));
    }
  }

  private static void same(Opcode relaxed, Opcode strict) {
    ROWS.put(relaxed, ROWS.get(strict));
  }
}
