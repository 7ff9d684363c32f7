package org.dylink.engine.jvm.code;

import java.util.List;
import org.dylink.format.ValueType;

/** Reads the instructions of one body (WebAssembly Core, Binary Format, Instructions). */
public final class InstructionReader {
  private static final int EMPTY_BLOCK = 0x40;
  private static final int CATCH_KINDS = 4;
  private static final int LANES = 16;

  private final ByteReader bytes;
  private final IndexSpaces spaces;
  private final Instruction current = new Instruction();

  /** Reads from where the reader stands: behind the locals. */
  public InstructionReader(ByteReader bytes, IndexSpaces spaces) {
    this.bytes = bytes;
    this.spaces = spaces;
  }

  /** Whether all bytes are read. */
  public boolean atEnd() {
    return bytes.atEnd();
  }

  /** Where the next instruction begins. */
  public int offset() {
    return bytes.offset();
  }

  /** The next instruction: the same object each time. */
  public Instruction next() {
    current.offset = bytes.offset();
    current.opcode = readOpcode();
    ImmediateReadings.of(current.opcode.immediate()).read(this, current);
    return current;
  }

  private Opcode readOpcode() {
    int start = bytes.offset();
    int first = bytes.u8();
    if (!Opcode.isPrefix(first)) {
      return known(Opcode.of(first), start, first);
    }
    spaces.proposals().require(start, first);
    int code = bytes.u32();
    return known(Opcode.prefixed(first, code), start, (first << 8) | code);
  }

  private static Opcode known(Opcode opcode, int start, int code) {
    if (opcode == null) {
      throw new InvalidCodeException(start, "illegal opcode 0x" + Integer.toHexString(code));
    }
    return opcode;
  }

  // What the kinds of immediates are made of

  ByteReader bytes() {
    return bytes;
  }

  IndexSpaces spaces() {
    return spaces;
  }

  int u32() {
    return bytes.u32();
  }

  int index(String what, int bound) {
    return bytes.index(what, bound);
  }

  int readTable() {
    return bytes.index("table", spaces.tableCount());
  }

  int readElements() {
    return bytes.index("elem segment", spaces.elementCount());
  }

  int readData() {
    if (spaces.dataCount() < 0) {
      throw bytes.error("data count section required");
    }
    return bytes.index("data segment", spaces.dataCount());
  }

  int readLane() {
    int start = bytes.offset();
    int lane = bytes.u8();
    if (lane >= LANES) {
      throw new InvalidCodeException(start, "invalid lane index " + lane);
    }
    return lane;
  }

  /** A byte in WebAssembly 2.0, and not yet an index. */
  void readMemory() {
    int start = bytes.offset();
    if (bytes.u8() != 0) {
      throw new InvalidCodeException(start, "zero byte expected");
    }
    requireMemory(start);
  }

  private void requireMemory(int start) {
    if (spaces.memoryCount() == 0) {
      throw InvalidCodeException.unknown(start, "memory", 0, 0);
    }
  }

  void readMemoryAccess(Instruction to) {
    int start = bytes.offset();
    int alignment = bytes.u32();
    requireMemory(start);
    int natural = Integer.numberOfTrailingZeros(to.opcode.width());
    if (alignment < 0 || alignment > natural) {
      throw new InvalidCodeException(
          start,
          "alignment must not be larger than natural: expected at most 2^"
              + natural
              + ", found 2^"
              + Integer.toUnsignedString(alignment));
    }
    to.index = bytes.u32();
  }

  BlockType readBlockType() {
    int start = bytes.offset();
    long code = bytes.s33();
    // Only a type index is a number; what is negative is the code of a type, a byte.
    if (code < 0 && bytes.offset() - start > 1) {
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
    return BlockType.of(spaces.type((int) code));
  }

  int[] readLabels() {
    int count = bytes.count();
    int[] labels = new int[count + 1];
    for (int i = 0; i <= count; i++) {
      labels[i] = bytes.u32();
    }
    return labels;
  }

  CatchClause[] readCatches() {
    CatchClause[] clauses = new CatchClause[bytes.count()];
    for (int i = 0; i < clauses.length; i++) {
      int start = bytes.offset();
      int kind = bytes.u8();
      if (kind >= CATCH_KINDS) {
        throw new InvalidCodeException(start, "malformed catch clause: kind " + kind);
      }
      int tag = kind < 2 ? bytes.index("tag", spaces.tagCount()) : -1;
      clauses[i] = new CatchClause(tag, (kind & 1) != 0, bytes.u32());
    }
    return clauses;
  }

  ValueType readSelectedType() {
    int start = bytes.offset();
    List<ValueType> types = spaces.readValueTypes(bytes);
    if (types.size() != 1) {
      throw new InvalidCodeException(
          start, "invalid result arity: expected 1, found " + types.size());
    }
    return types.get(0);
  }

  ValueType readHeapType() {
    int start = bytes.offset();
    ValueType type = spaces.valueType(start, bytes.u8());
    if (!type.isReference()) {
      throw new InvalidCodeException(start, "malformed reference type");
    }
    return type;
  }
}
