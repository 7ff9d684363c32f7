package org.dylink.engine.jvm.emit;

import static org.dylink.engine.jvm.code.Opcode.*;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.engine.jvm.run.vector.Bits;
import org.dylink.engine.jvm.run.vector.Bytes;
import org.dylink.engine.jvm.run.vector.DoubleLanes;
import org.dylink.engine.jvm.run.vector.FloatLanes;
import org.dylink.engine.jvm.run.vector.Ints;
import org.dylink.engine.jvm.run.vector.LaneConversions;
import org.dylink.engine.jvm.run.vector.Longs;
import org.dylink.engine.jvm.run.vector.Narrowing;
import org.dylink.engine.jvm.run.vector.RelaxedDots;
import org.dylink.engine.jvm.run.vector.Shorts;
import org.dylink.engine.jvm.run.vector.Swizzles;
import org.dylink.engine.jvm.run.vector.Widening;
import org.objectweb.asm.Opcodes;

/**
 * What instructions on vectors become, a row an instruction: two times what makes half a vector, in
 * one of the ways of {@link Halves}, mostly by the method of that name in a class of {@code
 * engine.jvm.run.vector}.
 */
final class VectorLowering {
  private static final int TWO_OPERATIONS = 16;
  private static final int SMALL = 40;
  private static final int MIDDLE = 60;
  private static final int LARGE = 100;

  private static final Map<Opcode, Lowering> ROWS = new EnumMap<>(Opcode.class);
  private static final Map<Opcode, Lowering> IN_EACH_FORM = new EnumMap<>(Opcode.class);

  /** On memory or bits alone: what both forms do as well. */
  private static final Set<Opcode> IN_EITHER_FORM = EnumSet.range(V128_LOAD, I8X16_SWIZZLE);

  static {
    IN_EITHER_FORM.addAll(EnumSet.range(V128_NOT, V128_LOAD64_ZERO));
    VectorMemoryLowering.addTo(ROWS);
    Lowering.TakingVectors shuffle = ShuffleEmitter::emit;
    row(I8X16_SHUFFLE, LARGE, shuffle);
    addWholeVectors();
    addIntegers();
    addWidths();
    addFloats();
    addRelaxed();
    ROWS.forEach(
        (opcode, row) ->
            IN_EACH_FORM.put(
                opcode,
                Lowering.of(row.weight(), QuarterLowering.inEachForm(opcode, row.code()))
                    .takingVectors()));
    IN_EACH_FORM.put(
        V128_CONST, Lowering.of(TWO_OPERATIONS, (to, at) -> to.values().emitVector(at)));
  }

  private VectorLowering() {}

  static Lowering of(Opcode opcode) {
    return IN_EACH_FORM.get(opcode);
  }

  /**
   * The form in which most of a body's instructions on vectors are one of the JVM for each lane.
   */
  static VectorForm form(Body body) {
    int ints = 0;
    for (int at = 0; at < body.size(); at++) {
      Opcode opcode = body.opcode(at);
      if (ROWS.containsKey(opcode) && !IN_EITHER_FORM.contains(opcode)) {
        ints += QuarterLowering.has(opcode) ? 1 : -1;
      }
    }
    return ints > 0 ? VectorForm.INTS : VectorForm.LONGS;
  }

  private static void row(Opcode opcode, int weight, Lowering.Code code) {
    ROWS.put(opcode, Lowering.of(weight, code));
  }

  /** A method for each half; the only ones that give a number see the whole. */
  private static void methods(Class<?> owner, int weight, Set<Opcode> opcodes) {
    RunClass methods = RunClass.of(owner);
    for (Opcode opcode : opcodes) {
      RunMethod method = methods.method(opcode.text());
      boolean givesNumber = opcode.type().results().get(0) != opcode.type().params().get(0);
      row(
          opcode,
          weight,
          givesNumber
              ? MethodLowering.of(methods, opcode)
              : Halves.ofEach(opcode, unit -> unit.call(method)));
    }
  }

  /** An instruction of the JVM for each half. */
  private static void jvm(Opcode opcode, int instruction) {
    row(opcode, TWO_OPERATIONS, Halves.ofEach(opcode, unit -> unit.op(instruction)));
  }

  private static void addWholeVectors() {
    jvm(V128_AND, Opcodes.LAND);
    jvm(V128_OR, Opcodes.LOR);
    jvm(V128_XOR, Opcodes.LXOR);
    methods(Bits.class, SMALL, EnumSet.of(V128_NOT, V128_ANDNOT, V128_BITSELECT, V128_ANY_TRUE));
    RunMethod swizzle = RunClass.of(Swizzles.class).method(I8X16_SWIZZLE);
    row(I8X16_SWIZZLE, 4 * LARGE, Halves.ofAllAndEach(I8X16_SWIZZLE, unit -> unit.call(swizzle)));
  }

  private static void addIntegers() {
    Set<Opcode> bytes = EnumSet.range(I8X16_EQ, I8X16_GE_U);
    bytes.addAll(EnumSet.range(I8X16_ABS, I8X16_BITMASK));
    bytes.addAll(EnumSet.range(I8X16_SHL, I8X16_SUB_SAT_U));
    bytes.addAll(EnumSet.range(I8X16_MIN_S, I8X16_MAX_U));
    bytes.add(I8X16_AVGR_U);
    methods(Bytes.class, LARGE, bytes);
    Set<Opcode> shorts = EnumSet.range(I16X8_EQ, I16X8_GE_U);
    shorts.addAll(EnumSet.range(I16X8_ABS, I16X8_BITMASK));
    shorts.addAll(EnumSet.range(I16X8_SHL, I16X8_SUB_SAT_U));
    shorts.addAll(EnumSet.range(I16X8_MUL, I16X8_AVGR_U));
    methods(Shorts.class, LARGE, shorts);
    Set<Opcode> ints = EnumSet.range(I32X4_EQ, I32X4_GE_U);
    ints.addAll(EnumSet.range(I32X4_ABS, I32X4_BITMASK));
    ints.addAll(EnumSet.range(I32X4_SHL, I32X4_MAX_U));
    methods(Ints.class, SMALL, ints);
    Set<Opcode> longs = EnumSet.range(I64X2_EQ, I64X2_GE_S);
    longs.addAll(EnumSet.of(I64X2_ABS, I64X2_ALL_TRUE, I64X2_BITMASK));
    methods(Longs.class, SMALL, longs);
    jvm(I64X2_NEG, Opcodes.LNEG);
    jvm(I64X2_ADD, Opcodes.LADD);
    jvm(I64X2_SUB, Opcodes.LSUB);
    jvm(I64X2_MUL, Opcodes.LMUL);
    jvm(I64X2_SHL, Opcodes.LSHL);
    jvm(I64X2_SHR_S, Opcodes.LSHR);
    jvm(I64X2_SHR_U, Opcodes.LUSHR);
  }

  private static void addWidths() {
    for (Opcode opcode : EnumSet.range(I8X16_ABS, F64X2_CONVERT_LOW_I32X4_U)) {
      String text = opcode.text();
      if (text.contains("narrow")) {
        RunMethod method = RunClass.of(Narrowing.class).method(text);
        row(opcode, LARGE, Halves.ofOneEach(unit -> unit.call(method)));
      } else if (text.contains("extend") || text.contains("extmul")) {
        widened(opcode, RunClass.of(Widening.class));
      }
    }
    Set<Opcode> neighbours =
        EnumSet.range(I16X8_EXTADD_PAIRWISE_I8X16_S, I32X4_EXTADD_PAIRWISE_I16X8_U);
    neighbours.add(I32X4_DOT_I16X8_S);
    methods(Widening.class, LARGE, neighbours);
  }

  /** By a method that is named without {@code low} or {@code high}. */
  private static void widened(Opcode opcode, RunClass methods) {
    boolean high = opcode.text().contains("_high");
    RunMethod method = methods.method(opcode.text().replaceFirst("_(low|high)", ""));
    row(opcode, LARGE, Halves.widened(opcode, unit -> unit.call(method), high));
  }

  private static void addFloats() {
    Set<Opcode> floats = EnumSet.range(F32X4_EQ, F32X4_GE);
    floats.addAll(EnumSet.range(F32X4_CEIL, F32X4_NEAREST));
    floats.addAll(EnumSet.range(F32X4_ABS, F32X4_PMAX));
    methods(FloatLanes.class, MIDDLE, floats);
    Set<Opcode> doubles = EnumSet.range(F64X2_EQ, F64X2_GE);
    doubles.addAll(EnumSet.of(F64X2_CEIL, F64X2_FLOOR, F64X2_TRUNC, F64X2_NEAREST));
    doubles.addAll(EnumSet.range(F64X2_ABS, F64X2_PMAX));
    methods(DoubleLanes.class, SMALL, doubles);
    methods(
        LaneConversions.class,
        LARGE,
        EnumSet.range(I32X4_TRUNC_SAT_F32X4_S, F32X4_CONVERT_I32X4_U));
    RunClass conversions = RunClass.of(LaneConversions.class);
    for (Opcode opcode :
        EnumSet.of(F64X2_PROMOTE_LOW_F32X4, F64X2_CONVERT_LOW_I32X4_S, F64X2_CONVERT_LOW_I32X4_U)) {
      RunMethod method = conversions.method(opcode);
      row(opcode, SMALL, Halves.widened(opcode, unit -> unit.call(method), false));
    }
    for (Opcode opcode :
        EnumSet.of(
            F32X4_DEMOTE_F64X2_ZERO, I32X4_TRUNC_SAT_F64X2_S_ZERO, I32X4_TRUNC_SAT_F64X2_U_ZERO)) {
      row(opcode, SMALL, Halves.lowOnly(MethodLowering.of(conversions, opcode)));
    }
  }

  /** Each does one of what it may: what the deterministic profile says. */
  private static void addRelaxed() {
    same(I8X16_RELAXED_SWIZZLE, I8X16_SWIZZLE);
    same(I32X4_RELAXED_TRUNC_F32X4_S, I32X4_TRUNC_SAT_F32X4_S);
    same(I32X4_RELAXED_TRUNC_F32X4_U, I32X4_TRUNC_SAT_F32X4_U);
    same(I32X4_RELAXED_TRUNC_F64X2_S_ZERO, I32X4_TRUNC_SAT_F64X2_S_ZERO);
    same(I32X4_RELAXED_TRUNC_F64X2_U_ZERO, I32X4_TRUNC_SAT_F64X2_U_ZERO);
    EnumSet.range(I8X16_RELAXED_LANESELECT, I64X2_RELAXED_LANESELECT)
        .forEach(opcode -> same(opcode, V128_BITSELECT));
    same(F32X4_RELAXED_MIN, F32X4_MIN);
    same(F32X4_RELAXED_MAX, F32X4_MAX);
    same(F64X2_RELAXED_MIN, F64X2_MIN);
    same(F64X2_RELAXED_MAX, F64X2_MAX);
    same(I16X8_RELAXED_Q15MULR_S, I16X8_Q15MULR_SAT_S);
    methods(FloatLanes.class, MIDDLE, EnumSet.of(F32X4_RELAXED_MADD, F32X4_RELAXED_NMADD));
    methods(DoubleLanes.class, SMALL, EnumSet.of(F64X2_RELAXED_MADD, F64X2_RELAXED_NMADD));
    methods(
        RelaxedDots.class,
        LARGE,
        EnumSet.of(I16X8_RELAXED_DOT_I8X16_I7X16_S, I32X4_RELAXED_DOT_I8X16_I7X16_ADD_S));
  }

  private static void same(Opcode relaxed, Opcode strict) {
    ROWS.put(relaxed, ROWS.get(strict));
  }
}
