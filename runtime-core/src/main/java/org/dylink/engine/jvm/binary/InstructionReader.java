package org.dylink.engine.jvm.binary;

import java.util.List;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;

/** Reads the instructions of one body (WebAssembly Core, Binary Format, Instructions). */
public final class InstructionReader {
  private static final int EMPTY_BLOCK = 0x40;
  private static final int CATCH_KINDS = 4;

  private final ByteReader reader;
  private final IndexSpaces spaces;
  private final Instruction current = new Instruction();

  /** Reads from where the reader stands: behind the locals. */
  public InstructionReader(ByteReader reader, IndexSpaces spaces) {
    this.reader = reader;
    this.spaces = spaces;
  }

  /** Whether all bytes are read. */
  public boolean atEnd() {
    return reader.atEnd();
  }

  /** Where the next instruction begins. */
  public int offset() {
    return reader.offset();
  }

  /** The next instruction: the same object each time. */
  public Instruction next() {
    current.offset = reader.offset();
    current.opcode = readOpcode();
    readImmediate(current);
    return current;
  }

  private Opcode readOpcode() {
    int start = reader.offset();
    int code = reader.u8();
    if (code == Opcode.VECTOR_PREFIX) {
      throw InvalidCodeException.unsupported(
          start, "vector instructions (SIMD) are not supported by this engine");
    }
    int prefixed = code == Opcode.PREFIX ? reader.u32() : 0;
    Opcode opcode = code == Opcode.PREFIX ? Opcode.prefixed(prefixed) : Opcode.of(code);
    if (opcode == null) {
      String shown = Integer.toHexString(code == Opcode.PREFIX ? 0xfc00 | prefixed : code);
      throw new InvalidCodeException(start, "illegal opcode 0x" + shown);
    }
    return opcode;
  }

  private void readImmediate(Instruction to) {
    switch (to.opcode.immediate()) {
      case NONE -> {}
      case BLOCK_TYPE -> to.blockType = readBlockType();
      case LABEL -> to.index = reader.u32();
      case LABELS -> to.labels = readLabels();
      case CATCHES -> {
        to.blockType = readBlockType();
        to.catches = readCatches();
      }
      case TYPES -> readTypes(to);
      case HEAP_TYPE -> to.type = readHeapType();
      case I32 -> to.constant = reader.s32();
      case I64 -> to.constant = reader.s64();
      case F32 -> to.constant = reader.bits32();
      case F64 -> to.constant = reader.bits64();
      case MEMORY_ACCESS -> readMemoryAccess(to);
      default -> readIndexes(to);
    }
  }

  private void readIndexes(Instruction to) {
    switch (to.opcode.immediate()) {
      case FUNCTION -> to.index = reader.index("function", spaces.functionCount());
      case LOCAL -> to.index = reader.u32();
      case GLOBAL -> to.index = reader.index("global", spaces.globalCount());
      case TABLE -> to.index = reader.index("table", spaces.tableCount());
      case TAG -> to.index = reader.index("tag", spaces.tagCount());
      case MEMORY -> readMemory();
      case TWO_MEMORIES -> {
        readMemory();
        readMemory();
      }
      case DATA -> to.index = readDataIndex();
      case DATA_AND_MEMORY -> {
        to.index = readDataIndex();
        readMemory();
      }
      case ELEMENTS -> to.index = reader.index("elem segment", spaces.elementCount());
      case TYPE_AND_TABLE -> readTwo(to, "type", spaces.typeCount(), spaces.tableCount());
      case TWO_TABLES -> readTwo(to, "table", spaces.tableCount(), spaces.tableCount());
      case ELEMENTS_AND_TABLE ->
          readTwo(to, "elem segment", spaces.elementCount(), spaces.tableCount());
      default -> throw new IllegalStateException("BUG: immediate of " + to.opcode);
    }
  }

  private void readTwo(Instruction to, String what, int bound, int tables) {
    to.index = reader.index(what, bound);
    to.second = reader.index("table", tables);
  }

  private int readDataIndex() {
    if (spaces.dataCount() < 0) {
      throw reader.error("data count section required");
    }
    return reader.index("data segment", spaces.dataCount());
  }

  /** A byte in WebAssembly 2.0, and not yet an index. */
  private void readMemory() {
    int start = reader.offset();
    if (reader.u8() != 0) {
      throw new InvalidCodeException(start, "zero byte expected");
    }
    if (spaces.memoryCount() == 0) {
      throw InvalidCodeException.unknown(start, "memory", 0, 0);
    }
  }

  private void readMemoryAccess(Instruction to) {
    int start = reader.offset();
    int alignment = reader.u32();
    if (spaces.memoryCount() == 0) {
      throw InvalidCodeException.unknown(start, "memory", 0, 0);
    }
    if (alignment < 0 || alignment > naturalAlignment(to.opcode)) {
      throw new InvalidCodeException(
          start,
          "alignment must not be larger than natural: expected at most 2^"
              + naturalAlignment(to.opcode)
              + ", found 2^"
              + Integer.toUnsignedString(alignment));
    }
    to.index = reader.u32();
  }

  private static int naturalAlignment(Opcode opcode) {
    String text = opcode.text();
    if (text.contains("8")) {
      return 0;
    } else if (text.contains("16")) {
      return 1;
    } else if (text.startsWith("i64.load32") || text.startsWith("i64.store32")) {
      return 2;
    }
    return text.charAt(1) == '3' ? 2 : 3;
  }

  private BlockType readBlockType() {
    int start = reader.offset();
    long code = reader.s33();
    // Only a type index is a number; what is negative is the code of a type, a byte.
    if (code < 0 && reader.offset() - start > 1) {
      throw new InvalidCodeException(start, "malformed block type");
    }
    if (code == EMPTY_BLOCK - 0x80) {
      return BlockType.EMPTY;
    }
    if (code < 0) {
      return BlockType.result(spaces.valueType(start, (int) code & 0x7f));
    }
    if (code >= spaces.typeCount()) {
      throw InvalidCodeException.unknown(start, "type", (int) code, spaces.typeCount());
    }
    FunctionType type = spaces.type((int) code);
    return BlockType.of(type);
  }

  private int[] readLabels() {
    int count = reader.count();
    int[] labels = new int[count + 1];
    for (int i = 0; i <= count; i++) {
      labels[i] = reader.u32();
    }
    return labels;
  }

  private CatchClause[] readCatches() {
    CatchClause[] clauses = new CatchClause[reader.count()];
    for (int i = 0; i < clauses.length; i++) {
      int start = reader.offset();
      int kind = reader.u8();
      if (kind >= CATCH_KINDS) {
        throw new InvalidCodeException(start, "malformed catch clause: kind " + kind);
      }
      int tag = kind < 2 ? reader.index("tag", spaces.tagCount()) : -1;
      clauses[i] = new CatchClause(tag, (kind & 1) != 0, reader.u32());
    }
    return clauses;
  }

  private void readTypes(Instruction to) {
    int start = reader.offset();
    List<ValueType> types = spaces.readValueTypes(reader);
    if (types.size() != 1) {
      throw new InvalidCodeException(
          start, "invalid result arity: expected 1, found " + types.size());
    }
    to.type = types.get(0);
  }

  private ValueType readHeapType() {
    int start = reader.offset();
    ValueType type = spaces.valueType(start, reader.u8());
    if (!type.isReference()) {
      throw new InvalidCodeException(start, "malformed reference type");
    }
    return type;
  }
}
