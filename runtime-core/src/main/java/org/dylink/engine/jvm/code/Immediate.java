package org.dylink.engine.jvm.code;

/** What follows an opcode in the binary format, and how it is read. */
public enum Immediate {
  NONE((in, to) -> {}),
  BLOCK_TYPE((in, to) -> to.blockType = in.readBlockType()),
  LABEL((in, to) -> to.index = in.u32()),
  LABELS((in, to) -> to.labels = in.readLabels()),
  CATCHES(
      (in, to) -> {
        to.blockType = in.readBlockType();
        to.catches = in.readCatches();
      }),
  FUNCTION((in, to) -> to.index = in.index("function", in.spaces().functionCount())),
  TYPE_AND_TABLE(
      (in, to) -> {
        to.index = in.index("type", in.spaces().typeCount());
        to.second = in.readTable();
      }),
  TYPES((in, to) -> to.type = in.readSelectedType()),
  LOCAL((in, to) -> to.index = in.u32()),
  GLOBAL((in, to) -> to.index = in.index("global", in.spaces().globalCount())),
  TABLE((in, to) -> to.index = in.readTable()),
  TWO_TABLES(
      (in, to) -> {
        to.index = in.readTable();
        to.second = in.readTable();
      }),
  ELEMENTS_AND_TABLE(
      (in, to) -> {
        to.index = in.readElements();
        to.second = in.readTable();
      }),
  ELEMENTS((in, to) -> to.index = in.readElements()),
  TAG((in, to) -> to.index = in.index("tag", in.spaces().tagCount())),
  MEMORY_ACCESS((in, to) -> in.readMemoryAccess(to)),
  MEMORY((in, to) -> in.readMemory()),
  TWO_MEMORIES(
      (in, to) -> {
        in.readMemory();
        in.readMemory();
      }),
  DATA_AND_MEMORY(
      (in, to) -> {
        to.index = in.readData();
        in.readMemory();
      }),
  DATA((in, to) -> to.index = in.readData()),
  HEAP_TYPE((in, to) -> to.type = in.readHeapType()),
  LANE((in, to) -> to.index = in.readLane()),
  I32((in, to) -> to.constant = in.bytes().s32()),
  I64((in, to) -> to.constant = in.bytes().s64()),
  F32((in, to) -> to.constant = in.bytes().bits32()),
  F64((in, to) -> to.constant = in.bytes().bits64());

  /** Reads what follows an opcode into the instruction's fields. */
  private interface Reading {
    void read(InstructionReader in, Instruction to);
  }

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final Reading reading;

  Immediate(Reading reading) {
    this.reading = reading;
  }

  void read(InstructionReader in, Instruction to) {
    reading.read(in, to);
  }
}
