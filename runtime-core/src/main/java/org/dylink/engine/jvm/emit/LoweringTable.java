package org.dylink.engine.jvm.emit;

import static org.dylink.engine.jvm.code.Opcode.*;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.engine.jvm.run.call.References;
import org.dylink.engine.jvm.run.call.TableInstructions;
import org.dylink.engine.jvm.run.call.WideTableInstructions;
import org.dylink.engine.jvm.run.gc.ArrayInstructions;
import org.dylink.engine.jvm.run.gc.ArrayRanges;
import org.dylink.engine.jvm.run.gc.Casts;
import org.dylink.engine.jvm.run.gc.I31;
import org.dylink.engine.jvm.run.memory.Atomics;
import org.dylink.engine.jvm.run.memory.MemoryCopies;
import org.dylink.engine.jvm.run.memory.MemoryInstructions;
import org.dylink.engine.jvm.run.number.Conversions;
import org.dylink.engine.jvm.run.number.Floats;
import org.dylink.engine.jvm.run.number.Integers;
import org.dylink.format.AddressType;
import org.objectweb.asm.Opcodes;

/**
 * What each instruction becomes: one instruction of the JVM, a call of the method of that name in a
 * class of {@code engine.jvm.run} ({@code i32.div_s} is {@code Integers.i32DivS}), or what an
 * emitter writes. A row an instruction; those on vectors are in {@link VectorLowering}, which most
 * programs never need.
 */
final class LoweringTable {
  private static final int LOCAL = 2;
  private static final int CONSTANT = 3;
  private static final int OPERATION = 1;
  private static final int BRANCH = 4;
  private static final int SMALL_METHOD = 8;
  private static final int METHOD = 16;
  private static final int ACCESS = 72;
  private static final int CALL_WEIGHT = 12;
  private static final int INDIRECT_CALL = 48;
  private static final int GLOBAL = 18;
  private static final int THROW_WEIGHT = 24;
  private static final int OBJECT = 64;
  private static final int MOST =
      1 << 20; // elements that count; more are in code that is never reached

  private static final RunMethod ARRAY_LENGTH =
      RunMethod.of(ArrayInstructions.class, "arrayLen", Object.class);
  private static final RunMethod ARRAYS_COPY =
      RunMethod.of(
          ArrayRanges.class,
          "arrayCopy",
          Object.class,
          int.class,
          Object.class,
          int.class,
          int.class);

  private static final Map<Opcode, Lowering> ROWS = new EnumMap<>(Opcode.class);

  static {
    addControl();
    addHandlers();
    addCalls();
    addValues();
    addIntegers();
    addFloats();
    addConversions();
    addMemory();
    addAtomics();
    addCollected();
  }

  private LoweringTable() {}

  static Lowering of(Opcode opcode) {
    Lowering row = ROWS.get(opcode);
    return row != null ? row : VectorLowering.of(opcode);
  }

  static int weight(Body body, int at) {
    return of(body.opcode(at)).weight().of(body, at);
  }

  private static void row(Opcode opcode, int weight, Lowering.Code code) {
    ROWS.put(opcode, Lowering.of(weight, code));
  }

  /** One instruction of the JVM. */
  private static void jvm(Opcode opcode, int instruction) {
    row(opcode, OPERATION, (to, at) -> to.unit().op(instruction));
  }

  /** Methods of a class of {@code run}. */
  private static void methods(Class<?> owner, int weight, Opcode... opcodes) {
    methods(RunClass.of(owner), weight, opcodes);
  }

  private static void methods(RunClass methods, int weight, Opcode... opcodes) {
    for (Opcode opcode : opcodes) {
      ROWS.put(opcode, Lowering.of(weight, MethodLowering.of(methods, opcode)));
    }
  }

  /** Methods of a class that each kind of memory has one of. */
  private static void memory(
      Function<MemoryAccesses, Class<?>> owner, int weight, Set<Opcode> opcodes) {
    Map<MemoryAccesses, RunClass> classes = MemoryAccesses.classes(owner);
    for (Opcode opcode : opcodes) {
      ROWS.put(opcode, Lowering.of(weight, MethodLowering.of(classes, opcode)));
    }
  }

  /** What takes up to a second: a guest that is to stop does not begin with it. */
  private static void polling(Set<Opcode> opcodes) {
    opcodes.forEach(opcode -> ROWS.compute(opcode, (each, row) -> row.behindPoll()));
  }

  private static void addControl() {
    row(NOP, OPERATION, (to, at) -> {});
    row(UNREACHABLE, THROW_WEIGHT, Emitters::emitUnreachable);
    row(BLOCK, OPERATION, (to, at) -> to.control().openBlock(at));
    row(LOOP, BRANCH, (to, at) -> to.control().openLoop(at));
    ROWS.put(IF, Lowering.of(BRANCH, (to, at) -> to.control().openIf(at)).takingCondition());
    ROWS.put(ELSE, Lowering.of(BRANCH, (to, at) -> to.control().emitElse(at)).asBoundary());
    ROWS.put(END, Lowering.of(OPERATION, Emitters::emitEnd).asBoundary());
    row(BR, BRANCH, (to, at) -> to.control().emitBranch(at));
    ROWS.put(
        BR_IF, Lowering.of(BRANCH, (to, at) -> to.control().emitBranchIf(at)).takingCondition());
    ROWS.put(
        BR_TABLE,
        Lowering.of(
            (body, at) -> METHOD + BRANCH * BranchTable.branches(body.targets(at)),
            (to, at) -> to.control().emitBranchTable(at)));
    row(BR_ON_NULL, SMALL_METHOD, (to, at) -> to.control().emitBranchOnNull(at));
    row(BR_ON_NON_NULL, SMALL_METHOD, (to, at) -> to.control().emitBranchOnReference(at));
    row(RETURN, BRANCH, (to, at) -> to.control().emitBranch(at));
  }

  private static void addHandlers() {
    row(TRY_TABLE, METHOD, (to, at) -> to.handlers().open(at));
    row(THROW, THROW_WEIGHT, (to, at) -> to.handlers().emitThrow(at));
    row(THROW_REF, THROW_WEIGHT, (to, at) -> to.handlers().emitThrowReference());
    row(TRY, METHOD, (to, at) -> to.legacyHandlers().open(at));
    row(RETHROW, THROW_WEIGHT, (to, at) -> to.legacyHandlers().emitRethrow(at));
    for (Opcode clause : EnumSet.of(CATCH, CATCH_ALL)) {
      ROWS.put(
          clause, Lowering.of(METHOD, (to, at) -> to.legacyHandlers().emitCatch(at)).asBoundary());
    }
    ROWS.put(DELEGATE, Lowering.of(METHOD, Emitters::emitDelegate).asBoundary());
  }

  private static void addCalls() {
    row(CALL, CALL_WEIGHT, (to, at) -> to.calls().emitCall(at));
    row(CALL_INDIRECT, INDIRECT_CALL, (to, at) -> to.calls().emitCallIndirect(at));
    row(CALL_REF, INDIRECT_CALL, (to, at) -> to.calls().emitCallReference(at));
    row(RETURN_CALL_REF, INDIRECT_CALL, (to, at) -> to.tailCalls().emitCallReference(at));
    row(RETURN_CALL, INDIRECT_CALL, (to, at) -> to.tailCalls().emitCall(at));
    row(RETURN_CALL_INDIRECT, INDIRECT_CALL, (to, at) -> to.tailCalls().emitCallIndirect(at));
  }

  private static void addValues() {
    for (Opcode constant : EnumSet.range(I32_CONST, F64_CONST)) {
      row(constant, CONSTANT, (to, at) -> to.values().emitConstant(at));
    }
    ROWS.put(
        LOCAL_GET, Lowering.of(LOCAL, (to, at) -> to.values().emitLocalGet(at)).takingVectors());
    row(LOCAL_SET, LOCAL, (to, at) -> to.values().emitLocalSet(at));
    row(LOCAL_TEE, LOCAL, (to, at) -> to.values().emitLocalTee(at));
    row(GLOBAL_GET, GLOBAL, (to, at) -> to.values().emitGlobalGet(at));
    row(GLOBAL_SET, GLOBAL, (to, at) -> to.values().emitGlobalSet(at));
    row(DROP, OPERATION, (to, at) -> to.values().emitDrop(at));
    for (Opcode select : EnumSet.of(SELECT, SELECT_TYPED)) {
      ROWS.put(
          select,
          Lowering.of(SMALL_METHOD, (to, at) -> to.values().emitSelect(at)).takingCondition());
    }
    row(REF_NULL, CONSTANT, (to, at) -> to.unit().op(Opcodes.ACONST_NULL));
    row(REF_IS_NULL, BRANCH, (to, at) -> to.values().emitIsNull());
    row(REF_FUNC, GLOBAL, (to, at) -> to.values().emitFunction(at));
    methods(References.class, SMALL_METHOD, REF_AS_NON_NULL);
  }

  private static void addIntegers() {
    for (Opcode comparison : EnumSet.range(I32_EQZ, F64_GE)) {
      ROWS.put(comparison, Lowering.of(SMALL_METHOD, Emitters::emitComparison).takingCondition());
    }
    jvm(I32_ADD, Opcodes.IADD);
    jvm(I32_SUB, Opcodes.ISUB);
    jvm(I32_MUL, Opcodes.IMUL);
    jvm(I32_AND, Opcodes.IAND);
    jvm(I32_OR, Opcodes.IOR);
    jvm(I32_XOR, Opcodes.IXOR);
    jvm(I32_SHL, Opcodes.ISHL);
    jvm(I32_SHR_S, Opcodes.ISHR);
    jvm(I32_SHR_U, Opcodes.IUSHR);
    jvm(I64_ADD, Opcodes.LADD);
    jvm(I64_SUB, Opcodes.LSUB);
    jvm(I64_MUL, Opcodes.LMUL);
    jvm(I64_AND, Opcodes.LAND);
    jvm(I64_OR, Opcodes.LOR);
    jvm(I64_XOR, Opcodes.LXOR);
    methods(Integers.class, METHOD, I32_CLZ, I32_CTZ, I32_POPCNT, I32_ROTL, I32_ROTR);
    methods(Integers.class, METHOD, I32_DIV_S, I32_DIV_U, I32_REM_S, I32_REM_U);
    methods(Integers.class, METHOD, I64_CLZ, I64_CTZ, I64_POPCNT, I64_ROTL, I64_ROTR);
    methods(Integers.class, METHOD, I64_DIV_S, I64_DIV_U, I64_REM_S, I64_REM_U);
    methods(Integers.class, METHOD, I64_SHL, I64_SHR_S, I64_SHR_U);
  }

  private static void addFloats() {
    jvm(F32_ADD, Opcodes.FADD);
    jvm(F32_SUB, Opcodes.FSUB);
    jvm(F32_MUL, Opcodes.FMUL);
    jvm(F32_DIV, Opcodes.FDIV);
    jvm(F64_ADD, Opcodes.DADD);
    jvm(F64_SUB, Opcodes.DSUB);
    jvm(F64_MUL, Opcodes.DMUL);
    jvm(F64_DIV, Opcodes.DDIV);
    methods(Floats.class, METHOD, F32_ABS, F32_NEG, F32_COPYSIGN, F32_SQRT, F32_MIN, F32_MAX);
    methods(Floats.class, METHOD, F32_CEIL, F32_FLOOR, F32_TRUNC, F32_NEAREST);
    methods(Floats.class, METHOD, F64_ABS, F64_NEG, F64_COPYSIGN, F64_SQRT, F64_MIN, F64_MAX);
    methods(Floats.class, METHOD, F64_CEIL, F64_FLOOR, F64_TRUNC, F64_NEAREST);
  }

  private static void addConversions() {
    EnumSet<Opcode> all = EnumSet.range(I32_WRAP_I64, I64_EXTEND32_S);
    all.addAll(EnumSet.range(I32_TRUNC_SAT_F32_S, I64_TRUNC_SAT_F64_U));
    jvm(I32_WRAP_I64, Opcodes.L2I);
    jvm(I64_EXTEND_I32_S, Opcodes.I2L);
    jvm(F32_CONVERT_I32_S, Opcodes.I2F);
    jvm(F32_CONVERT_I64_S, Opcodes.L2F);
    jvm(F32_DEMOTE_F64, Opcodes.D2F);
    jvm(F64_CONVERT_I32_S, Opcodes.I2D);
    jvm(F64_CONVERT_I64_S, Opcodes.L2D);
    jvm(F64_PROMOTE_F32, Opcodes.F2D);
    jvm(I32_EXTEND8_S, Opcodes.I2B);
    jvm(I32_EXTEND16_S, Opcodes.I2S);
    jvm(I32_TRUNC_SAT_F32_S, Opcodes.F2I);
    jvm(I32_TRUNC_SAT_F64_S, Opcodes.D2I);
    jvm(I64_TRUNC_SAT_F32_S, Opcodes.F2L);
    jvm(I64_TRUNC_SAT_F64_S, Opcodes.D2L);
    all.removeAll(ROWS.keySet());
    methods(Conversions.class, SMALL_METHOD, all.toArray(new Opcode[0]));
  }

  private static void addMemory() {
    memory(MemoryAccesses::loads, ACCESS, EnumSet.range(I32_LOAD, I64_LOAD32_U));
    memory(MemoryAccesses::stores, ACCESS, EnumSet.range(I32_STORE, I64_STORE32));
    memory(MemoryAccesses::whole, METHOD, EnumSet.of(MEMORY_SIZE, MEMORY_GROW, MEMORY_COPY));
    memory(MemoryAccesses::whole, METHOD, EnumSet.of(MEMORY_FILL, MEMORY_INIT));
    methods(MemoryInstructions.class, METHOD, DATA_DROP);
    ROWS.compute(MEMORY_COPY, (copy, within) -> betweenMemories(copy, within));
    RunClass tables = RunClass.of(TableInstructions.class, WideTableInstructions.class);
    methods(tables, METHOD, TABLE_GET, TABLE_SET, TABLE_GROW, TABLE_FILL);
    methods(tables, METHOD, TABLE_INIT, TABLE_COPY, ELEM_DROP);
    ROWS.put(TABLE_SIZE, tableSize());
    polling(EnumSet.of(MEMORY_GROW, MEMORY_COPY, MEMORY_FILL, MEMORY_INIT));
    polling(EnumSet.of(TABLE_GROW, TABLE_FILL, TABLE_COPY, TABLE_INIT));
  }

  /** No operand tells which it is. */
  private static Lowering tableSize() {
    Lowering.Code narrow = MethodLowering.of(RunClass.of(TableInstructions.class), TABLE_SIZE);
    Lowering.Code wide = MethodLowering.of(RunClass.of(WideTableInstructions.class), TABLE_SIZE);
    return Lowering.of(
        METHOD,
        (to, at) -> {
          boolean isWide = to.body().addressType(at) == AddressType.I64;
          (isWide ? wide : narrow).emit(to, at);
        });
  }

  private static Lowering betweenMemories(Opcode copy, Lowering within) {
    Lowering.Code between = MethodLowering.of(RunClass.of(MemoryCopies.class), copy);
    return Lowering.of(within.weight(), MethodLowering.ofCopy(within.code(), between));
  }

  private static void addCollected() {
    row(STRUCT_NEW, OBJECT, (to, at) -> to.collected().emitStructNew(at));
    row(STRUCT_NEW_DEFAULT, METHOD, (to, at) -> to.collected().emitStructNewDefault(at));
    for (Opcode get : EnumSet.of(STRUCT_GET, STRUCT_GET_S, STRUCT_GET_U)) {
      row(get, GLOBAL, (to, at) -> to.collected().emitStructGet(at));
    }
    row(STRUCT_SET, GLOBAL, (to, at) -> to.collected().emitStructSet(at));
    row(ARRAY_NEW, METHOD, (to, at) -> to.collected().emitArrayNew(at));
    row(ARRAY_NEW_DEFAULT, METHOD, (to, at) -> to.collected().emitArrayNewDefault(at));
    ROWS.put(
        ARRAY_NEW_FIXED,
        Lowering.of(
            (body, at) -> OBJECT + METHOD * Math.min(body.second(at) & Integer.MAX_VALUE, MOST),
            (to, at) -> to.collected().emitArrayNewFixed(at)));
    for (Opcode get : EnumSet.of(ARRAY_GET, ARRAY_GET_S, ARRAY_GET_U)) {
      row(get, GLOBAL, (to, at) -> to.collected().emitArrayGet(at));
    }
    row(ARRAY_SET, GLOBAL, (to, at) -> to.collected().emitArraySet(at));
    row(ARRAY_FILL, METHOD, (to, at) -> to.collected().emitArrayFill(at));
    row(ARRAY_COPY, METHOD, (to, at) -> to.unit().call(ARRAYS_COPY));
    row(ARRAY_LEN, SMALL_METHOD, (to, at) -> to.unit().call(ARRAY_LENGTH));
    RunClass ranges = RunClass.of(ArrayRanges.class);
    EnumSet<Opcode> ofSegments = EnumSet.range(ARRAY_NEW_DATA, ARRAY_NEW_ELEM);
    ofSegments.addAll(EnumSet.range(ARRAY_INIT_DATA, ARRAY_INIT_ELEM));
    for (Opcode opcode : ofSegments) {
      RunMethod method = ranges.method(opcode);
      row(opcode, METHOD, (to, at) -> to.collected().emitOfSegment(at, method));
    }
    polling(EnumSet.of(ARRAY_NEW, ARRAY_NEW_DEFAULT, ARRAY_FILL, ARRAY_COPY));
    polling(ofSegments);
    methods(I31.class, SMALL_METHOD, REF_I31, I31_GET_S, I31_GET_U);
    methods(Casts.class, SMALL_METHOD, REF_EQ);
    for (Opcode test : EnumSet.of(REF_TEST, REF_TEST_NULL)) {
      row(test, METHOD, (to, at) -> to.casts().emitTest(at));
    }
    for (Opcode cast : EnumSet.of(REF_CAST, REF_CAST_NULL)) {
      row(cast, METHOD, (to, at) -> to.casts().emitCast(at));
    }
    row(BR_ON_CAST, METHOD, (to, at) -> to.casts().emitBranch(at, true));
    row(BR_ON_CAST_FAIL, METHOD, (to, at) -> to.casts().emitBranch(at, false));
    // References look the same on both sides.
    row(ANY_CONVERT_EXTERN, OPERATION, (to, at) -> {});
    row(EXTERN_CONVERT_ANY, OPERATION, (to, at) -> {});
  }

  private static void addAtomics() {
    Set<Opcode> all = EnumSet.range(I32_ATOMIC_LOAD, I64_ATOMIC_RMW32_CMPXCHG_U);
    ROWS.putAll(AtomicLowering.rows(MemoryAccesses.classes(MemoryAccesses::atomics), all, ACCESS));
    methods(Atomics.class, METHOD, ATOMIC_FENCE);
    memory(MemoryAccesses::atomics, METHOD, EnumSet.of(MEMORY_ATOMIC_NOTIFY));
    memory(MemoryAccesses::waits, METHOD, EnumSet.of(MEMORY_ATOMIC_WAIT32, MEMORY_ATOMIC_WAIT64));
    for (Opcode call : EnumSet.of(CALL, CALL_INDIRECT, CALL_REF)) {
      ROWS.compute(call, (each, row) -> AtomicLowering.fencedWhereShared(row));
    }
  }
}
