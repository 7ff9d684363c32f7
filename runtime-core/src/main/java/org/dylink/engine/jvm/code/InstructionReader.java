package org.dylink.engine.jvm.code;

import java.util.List;
import org.dylink.format.AddressType;
import org.dylink.format.ArrayType;
import org.dylink.format.HeapType;
import org.dylink.format.StructType;
import org.dylink.format.ValueType;
import org.dylink.format.Vector;

/** Reads the instructions of one body (WebAssembly Core, Binary Format, Instructions). */
public final class InstructionReader {
  private static final int EMPTY_BLOCK = 0x40;
  private static final int CATCH_KINDS = 4;
  private static final int VECTOR_BYTES = 16;
  private static final int MEMORY_FOLLOWS = 0x40;

  private final CodeCursor bytes;
  private final IndexSpaces spaces;
  private final Instruction current = new Instruction();

  /** Reads from where the reader stands: behind the locals. */
  public InstructionReader(CodeCursor bytes, IndexSpaces spaces) {
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
    ImmediateReadings.read(current.opcode.immediate(), this, current);
    return current;
  }

  private Opcode readOpcode() {
    int start = bytes.offset();
    int first = bytes.u8("opcode");
    if (!Opcode.isPrefix(first)) {
      return known(Opcode.of(first), start, first);
    }
    int code = u32("opcode");
    return known(Opcode.prefixed(first, code), start, (first << 8) | code);
  }

  private static Opcode known(Opcode opcode, int start, int code) {
    if (opcode == null) {
      throw new InvalidCodeException(start, "illegal opcode 0x" + Integer.toHexString(code));
    }
    return opcode;
  }

  // What the kinds of immediates are made of

  CodeCursor bytes() {
    return bytes;
  }

  IndexSpaces spaces() {
    return spaces;
  }

  int u32(String what) {
    return (int) bytes.u32(what);
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

  /** A lane of a vector whose lanes are as wide as the instruction says. */
  int readLane(Opcode opcode) {
    return readLane(VECTOR_BYTES / opcode.width());
  }

  private int readLane(int lanes) {
    int start = bytes.offset();
    int lane = bytes.u8("lane");
    if (lane >= lanes) {
      throw new InvalidCodeException(start, "invalid lane index " + lane);
    }
    return lane;
  }

  Vector readVector() {
    long low = bytes.bits64("constant");
    return new Vector(low, bytes.bits64("constant"));
  }

  /** Of each byte of a vector, which byte of two vectors it is. */
  Vector readLanes() {
    long low = readEightLanes();
    return new Vector(low, readEightLanes());
  }

  private long readEightLanes() {
    long lanes = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      lanes |= (long) readLane(2 * VECTOR_BYTES) << (Byte.SIZE * i);
    }
    return lanes;
  }

  int readMemory() {
    return bytes.index("memory", spaces.memoryCount());
  }

  /** A byte that means nothing yet. */
  void readReserved() {
    int start = bytes.offset();
    if (bytes.u8("reserved byte") != 0) {
      throw new InvalidCodeException(start, "zero byte expected");
    }
  }

  void readMemoryAccess(Instruction to) {
    int start = bytes.offset();
    int alignment = readAlignment(to);
    int natural = Integer.numberOfTrailingZeros(to.opcode.width());
    if (alignment > natural) {
      throw wrongAlignment(
          start, "alignment must not be larger than natural", "at most ", natural, alignment);
    }
    to.constant = readOffset(to.second);
  }

  /** At no other addresses than multiples of the width, and the binary has to say so. */
  void readAtomicAccess(Instruction to) {
    int start = bytes.offset();
    int alignment = readAlignment(to);
    int natural = Integer.numberOfTrailingZeros(to.opcode.width());
    if (alignment != natural) {
      throw wrongAlignment(start, "atomic alignment must be natural", "", natural, alignment);
    }
    to.constant = readOffset(to.second);
  }

  private static InvalidCodeException wrongAlignment(
      int start, String rule, String bound, int natural, int found) {
    return new InvalidCodeException(
        start, rule + ": expected " + bound + "2^" + natural + ", found 2^" + found);
  }

  /** The exponent; a bit beside it says that the memory's number follows. */
  private int readAlignment(Instruction to) {
    int start = bytes.offset();
    long flags = bytes.u32("alignment");
    if (flags >= 2 * MEMORY_FOLLOWS) {
      throw new InvalidCodeException(start, "malformed memop flags 0x" + Long.toHexString(flags));
    }
    boolean isNamed = (flags & MEMORY_FOLLOWS) != 0;
    if (!isNamed && spaces.memoryCount() == 0) {
      throw InvalidCodeException.unknown(start, "memory", 0, 0);
    }
    to.second = isNamed ? readMemory() : 0;
    return (int) flags & (MEMORY_FOLLOWS - 1);
  }

  private long readOffset(int memory) {
    int start = bytes.offset();
    long offset = bytes.u64("offset");
    boolean isNarrow = spaces.memory(memory).addressType() == AddressType.I32;
    if (isNarrow && offset >>> Integer.SIZE != 0) {
      throw new InvalidCodeException(
          start, "offset out of range: 0x" + Long.toHexString(offset) + " in a memory of 32 bits");
    }
    return offset;
  }

  BlockType readBlockType() {
    int start = bytes.offset();
    long code = bytes.s33("block type");
    // Only a type index is a number; what is negative is the first byte of a type.
    if (code < 0 && bytes.offset() - start > 1) {
      throw new InvalidCodeException(start, "malformed block type");
    }
    if (code == EMPTY_BLOCK - 0x80) {
      return BlockType.EMPTY;
    }
    return code < 0
        ? BlockType.result(TypeReading.value(start, (int) code & 0x7f, bytes, spaces))
        : BlockType.of(spaces.type(requireFunctionType(start, code)));
  }

  /** The index of a type of functions. */
  int readFunctionType() {
    int start = bytes.offset();
    return requireFunctionType(start, bytes.u32("type"));
  }

  private int requireFunctionType(int start, long index) {
    if (index >= spaces.typeCount()) {
      throw InvalidCodeException.unknown(start, "type", (int) index, spaces.typeCount());
    } else if (!spaces.isFunctionType((int) index)) {
      throw new InvalidCodeException(start, "type " + index + " is not one of functions");
    }
    return (int) index;
  }

  int[] readLabels() {
    int count = bytes.count("labels");
    int[] labels = new int[count + 1];
    for (int i = 0; i <= count; i++) {
      labels[i] = u32("label");
    }
    return labels;
  }

  CatchClause[] readCatches() {
    CatchClause[] clauses = new CatchClause[bytes.count("clauses")];
    for (int i = 0; i < clauses.length; i++) {
      int start = bytes.offset();
      int kind = bytes.u8("clause");
      if (kind >= CATCH_KINDS) {
        throw new InvalidCodeException(start, "malformed catch clause: kind " + kind);
      }
      int tag = kind < 2 ? bytes.index("tag", spaces.tagCount()) : -1;
      clauses[i] = new CatchClause(tag, (kind & 1) != 0, u32("label"));
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

  int readStructType() {
    return readType(StructType.class, "structs");
  }

  int readArrayType() {
    return readType(ArrayType.class, "arrays");
  }

  private int readType(Class<?> kind, String kindName) {
    int start = bytes.offset();
    int index = bytes.index("type", spaces.typeCount());
    if (!kind.isInstance(spaces.composite(index))) {
      throw new InvalidCodeException(start, "type " + index + " is not one of " + kindName);
    }
    return index;
  }

  /** What a cast is to; as a number, too, as generated code has it. */
  void readCast(Instruction to, boolean isNullable) {
    int start = bytes.offset();
    boolean isIndex = (bytes.peek() & 0xc0) != 0x40;
    HeapType referred = readHeapType();
    CodeCursor again = new CodeCursor(bytes.bytes(), start, bytes.end());
    int number = isIndex ? (int) again.u32("type") : -again.u8("heap type");
    to.second = 2 * number + (isNullable ? 1 : 0);
    to.type = isNullable ? referred.nullable() : referred.notNull();
  }

  void readCastBranch(Instruction to) {
    int start = bytes.offset();
    int flags = bytes.u8("cast flags");
    if (flags > 3) {
      throw new InvalidCodeException(start, "malformed br_on_cast flags " + flags);
    }
    to.index = u32("label");
    HeapType source = readHeapType();
    to.source = (flags & 1) != 0 ? source.nullable() : source.notNull();
    readCast(to, (flags & 2) != 0);
  }

  HeapType readHeapType() {
    return TypeReading.heap(bytes, spaces);
  }
}
