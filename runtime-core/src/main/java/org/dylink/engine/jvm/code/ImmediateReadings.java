package org.dylink.engine.jvm.code;

/** How each kind of immediate is read: a row a kind. */
final class ImmediateReadings {
  private ImmediateReadings() {}

  /**
   * Reads what follows an opcode into the instruction's fields. A switch, and not a map of
   * functions: each of those is a class, which every program would load that has an initial value.
   */
  static void read(Immediate kind, InstructionReader in, Instruction to) {
    switch (kind) {
      case NONE -> {}
      case BLOCK_TYPE -> to.blockType = in.readBlockType();
      case LABEL -> to.index = in.u32("label");
      case LABELS -> to.labels = in.readLabels();
      case CATCHES -> {
        to.blockType = in.readBlockType();
        to.catches = in.readCatches();
      }
      case FUNCTION -> to.index = in.index("function", in.spaces().functionCount());
      case TYPE_AND_TABLE -> {
        to.index = in.readFunctionType();
        to.second = in.readTable();
      }
      case FUNCTION_TYPE -> to.index = in.readFunctionType();
      case TYPES -> to.type = in.readSelectedType();
      case LOCAL -> to.index = in.u32("local");
      case GLOBAL -> to.index = in.index("global", in.spaces().globalCount());
      case TABLE -> to.index = in.readTable();
      case TWO_TABLES -> {
        to.index = in.readTable();
        to.second = in.readTable();
      }
      case ELEMENTS_AND_TABLE -> {
        to.index = in.readElements();
        to.second = in.readTable();
      }
      case ELEMENTS -> to.index = in.readElements();
      case TAG -> to.index = in.index("tag", in.spaces().tagCount());
      case MEMORY_ACCESS -> in.readMemoryAccess(to);
      case ATOMIC_ACCESS -> in.readAtomicAccess(to);
      case MEMORY -> to.second = in.readMemory();
      case TWO_MEMORIES -> {
        to.index = in.readMemory();
        to.second = in.readMemory();
      }
      case DATA_AND_MEMORY -> {
        to.index = in.readData();
        to.second = in.readMemory();
      }
      case DATA -> to.index = in.readData();
      case STRUCT_TYPE -> to.index = in.readStructType();
      case FIELD -> {
        to.index = in.readStructType();
        to.second = in.index("field", in.spaces().struct(to.index).fields().size());
      }
      case ARRAY_TYPE -> to.index = in.readArrayType();
      case TWO_ARRAY_TYPES -> {
        to.index = in.readArrayType();
        to.second = in.readArrayType();
      }
      case ARRAY_TYPE_AND_SIZE -> {
        to.index = in.readArrayType();
        to.second = in.u32("size");
      }
      case ARRAY_TYPE_AND_DATA -> {
        to.index = in.readArrayType();
        to.second = in.readData();
      }
      case ARRAY_TYPE_AND_ELEMENTS -> {
        to.index = in.readArrayType();
        to.second = in.readElements();
      }
      case NOT_NULL -> in.readCast(to, false);
      case NULLABLE -> in.readCast(to, true);
      case CAST_BRANCH -> in.readCastBranch(to);
      case HEAP_TYPE -> to.type = in.readHeapType().nullable();
      case LANE -> to.lane = in.readLane(to.opcode);
      case LANES -> to.vector = in.readLanes();
      case LANE_ACCESS -> {
        in.readMemoryAccess(to);
        to.lane = in.readLane(to.opcode);
      }
      case VECTOR -> to.vector = in.readVector();
      case RESERVED -> in.readReserved();
      case I32 -> to.constant = in.bytes().s32("constant");
      case I64 -> to.constant = in.bytes().s64("constant");
      case F32 -> to.constant = in.bytes().bits32("constant");
      case F64 -> to.constant = in.bytes().bits64("constant");
    }
  }
}
