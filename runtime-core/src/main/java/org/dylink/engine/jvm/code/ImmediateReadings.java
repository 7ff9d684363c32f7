package org.dylink.engine.jvm.code;

import java.util.EnumMap;
import java.util.Map;

/** How each kind of immediate is read: a row a kind. */
final class ImmediateReadings {
  /** Reads what follows an opcode into the instruction's fields. */
  interface Reading {
    void read(InstructionReader in, Instruction to);
  }

  private static final Map<Immediate, Reading> ROWS = new EnumMap<>(Immediate.class);

  static {
    ROWS.put(Immediate.NONE, (in, to) -> {});
    ROWS.put(Immediate.BLOCK_TYPE, (in, to) -> to.blockType = in.readBlockType());
    ROWS.put(Immediate.LABEL, (in, to) -> to.index = in.u32("label"));
    ROWS.put(Immediate.LABELS, (in, to) -> to.labels = in.readLabels());
    ROWS.put(
        Immediate.CATCHES,
        (in, to) -> {
          to.blockType = in.readBlockType();
          to.catches = in.readCatches();
        });
    ROWS.put(
        Immediate.FUNCTION,
        (in, to) -> to.index = in.index("function", in.spaces().functionCount()));
    ROWS.put(
        Immediate.TYPE_AND_TABLE,
        (in, to) -> {
          to.index = in.readFunctionType();
          to.second = in.readTable();
        });
    ROWS.put(Immediate.FUNCTION_TYPE, (in, to) -> to.index = in.readFunctionType());
    ROWS.put(Immediate.TYPES, (in, to) -> to.type = in.readSelectedType());
    ROWS.put(Immediate.LOCAL, (in, to) -> to.index = in.u32("local"));
    ROWS.put(
        Immediate.GLOBAL, (in, to) -> to.index = in.index("global", in.spaces().globalCount()));
    ROWS.put(Immediate.TABLE, (in, to) -> to.index = in.readTable());
    ROWS.put(
        Immediate.TWO_TABLES,
        (in, to) -> {
          to.index = in.readTable();
          to.second = in.readTable();
        });
    ROWS.put(
        Immediate.ELEMENTS_AND_TABLE,
        (in, to) -> {
          to.index = in.readElements();
          to.second = in.readTable();
        });
    ROWS.put(Immediate.ELEMENTS, (in, to) -> to.index = in.readElements());
    ROWS.put(Immediate.TAG, (in, to) -> to.index = in.index("tag", in.spaces().tagCount()));
    ROWS.put(Immediate.MEMORY_ACCESS, (in, to) -> in.readMemoryAccess(to));
    ROWS.put(Immediate.ATOMIC_ACCESS, (in, to) -> in.readAtomicAccess(to));
    ROWS.put(Immediate.MEMORY, (in, to) -> to.second = in.readMemory());
    ROWS.put(
        Immediate.TWO_MEMORIES,
        (in, to) -> {
          to.index = in.readMemory();
          to.second = in.readMemory();
        });
    ROWS.put(
        Immediate.DATA_AND_MEMORY,
        (in, to) -> {
          to.index = in.readData();
          to.second = in.readMemory();
        });
    ROWS.put(Immediate.DATA, (in, to) -> to.index = in.readData());
    ROWS.put(Immediate.STRUCT_TYPE, (in, to) -> to.index = in.readStructType());
    ROWS.put(
        Immediate.FIELD,
        (in, to) -> {
          to.index = in.readStructType();
          to.second = in.index("field", in.spaces().struct(to.index).fields().size());
        });
    ROWS.put(Immediate.ARRAY_TYPE, (in, to) -> to.index = in.readArrayType());
    ROWS.put(
        Immediate.TWO_ARRAY_TYPES,
        (in, to) -> {
          to.index = in.readArrayType();
          to.second = in.readArrayType();
        });
    ROWS.put(
        Immediate.ARRAY_TYPE_AND_SIZE,
        (in, to) -> {
          to.index = in.readArrayType();
          to.second = in.u32("size");
        });
    ROWS.put(
        Immediate.ARRAY_TYPE_AND_DATA,
        (in, to) -> {
          to.index = in.readArrayType();
          to.second = in.readData();
        });
    ROWS.put(
        Immediate.ARRAY_TYPE_AND_ELEMENTS,
        (in, to) -> {
          to.index = in.readArrayType();
          to.second = in.readElements();
        });
    ROWS.put(Immediate.NOT_NULL, (in, to) -> in.readCast(to, false));
    ROWS.put(Immediate.NULLABLE, (in, to) -> in.readCast(to, true));
    ROWS.put(Immediate.CAST_BRANCH, (in, to) -> in.readCastBranch(to));
    ROWS.put(Immediate.HEAP_TYPE, (in, to) -> to.type = in.readHeapType().nullable());
    ROWS.put(Immediate.LANE, (in, to) -> to.lane = in.readLane(to.opcode));
    ROWS.put(Immediate.LANES, (in, to) -> to.vector = in.readLanes());
    ROWS.put(
        Immediate.LANE_ACCESS,
        (in, to) -> {
          in.readMemoryAccess(to);
          to.lane = in.readLane(to.opcode);
        });
    ROWS.put(Immediate.VECTOR, (in, to) -> to.vector = in.readVector());
    ROWS.put(Immediate.RESERVED, (in, to) -> in.readReserved());
    ROWS.put(Immediate.I32, (in, to) -> to.constant = in.bytes().s32("constant"));
    ROWS.put(Immediate.I64, (in, to) -> to.constant = in.bytes().s64("constant"));
    ROWS.put(Immediate.F32, (in, to) -> to.constant = in.bytes().bits32("constant"));
    ROWS.put(Immediate.F64, (in, to) -> to.constant = in.bytes().bits64("constant"));
  }

  private ImmediateReadings() {}

  static Reading of(Immediate immediate) {
    return ROWS.get(immediate);
  }
}
