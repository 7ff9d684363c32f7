package org.dylink.testing;

import java.util.ArrayList;
import java.util.List;
import org.dylink.format.ValueType;

/**
 * The instructions of a function or of a constant expression. Functions, globals, tags and types
 * are named; {@link ModuleBuilder} turns the names into indexes. The closing {@code end} is added.
 */
public final class Code {
  private static final int NO_RESULT = 0x40;

  /** Turns names into indexes. */
  interface Names {
    int function(String id);

    int global(String id);

    int tag(String id);

    int type(String signature);
  }

  private interface Piece {
    void write(Bytes out, Names names);
  }

  /**
   * A clause of a {@code try_table}.
   *
   * @param tag null for all exceptions
   * @param depth the block to go on behind, counted from inside of the try_table's parent
   */
  public record Clause(String tag, boolean byReference, int depth) {
    public static Clause on(String tag, int depth) {
      return new Clause(tag, false, depth);
    }

    public static Clause onRef(String tag, int depth) {
      return new Clause(tag, true, depth);
    }

    public static Clause onAll(int depth) {
      return new Clause(null, false, depth);
    }

    public static Clause onAllRef(int depth) {
      return new Clause(null, true, depth);
    }

    private void write(Bytes out, Names names) {
      out.u8((tag == null ? 2 : 0) + (byReference ? 1 : 0));
      if (tag != null) {
        out.u32(names.tag(tag));
      }
      out.u32(depth);
    }
  }

  private final List<Piece> pieces = new ArrayList<>();
  private final List<ValueType> locals = new ArrayList<>();

  /** No instruction yet. */
  public static Code code() {
    return new Code();
  }

  /** Declares locals behind the parameters. */
  public Code locals(ValueType... types) {
    locals.addAll(List.of(types));
    return this;
  }

  // Control

  public Code unreachable() {
    return op(0x00);
  }

  public Code nop() {
    return op(0x01);
  }

  public Code block() {
    return op(0x02, NO_RESULT);
  }

  public Code block(ValueType result) {
    return op(0x02, Signature.code(result));
  }

  /** A block with any parameters and results. */
  public Code block(String signature) {
    return piece((out, names) -> out.u8(0x02).s64(names.type(signature)));
  }

  public Code loop() {
    return op(0x03, NO_RESULT);
  }

  /** A loop with any parameters and results. */
  public Code loop(String signature) {
    return piece((out, names) -> out.u8(0x03).s64(names.type(signature)));
  }

  /** An {@code if}: takes an i32. */
  public Code ifThen() {
    return op(0x04, NO_RESULT);
  }

  public Code ifThen(ValueType result) {
    return op(0x04, Signature.code(result));
  }

  /** An {@code if} with any parameters and results. */
  public Code ifThen(String signature) {
    return piece((out, names) -> out.u8(0x04).s64(names.type(signature)));
  }

  public Code orElse() {
    return op(0x05);
  }

  public Code end() {
    return op(0x0b);
  }

  public Code br(int depth) {
    return indexed(0x0c, depth);
  }

  public Code brIf(int depth) {
    return indexed(0x0d, depth);
  }

  /** Takes an index; the last depth is for what is none. */
  public Code brTable(int... depths) {
    return piece(
        (out, names) -> {
          out.u8(0x0e).u32(depths.length - 1);
          for (int depth : depths) {
            out.u32(depth);
          }
        });
  }

  public Code returnAll() {
    return op(0x0f);
  }

  public Code call(String function) {
    return piece((out, names) -> out.u8(0x10).u32(names.function(function)));
  }

  /** Takes the arguments, then the index in table 0. */
  public Code callIndirect(String signature) {
    return callIndirect(0, signature);
  }

  public Code callIndirect(int table, String signature) {
    return piece((out, names) -> out.u8(0x11).u32(names.type(signature)).u32(table));
  }

  public Code returnCall(String function) {
    return piece((out, names) -> out.u8(0x12).u32(names.function(function)));
  }

  public Code returnCallIndirect(String signature) {
    return returnCallIndirect(0, signature);
  }

  public Code returnCallIndirect(int table, String signature) {
    return piece((out, names) -> out.u8(0x13).u32(names.type(signature)).u32(table));
  }

  /** Takes the arguments, then a reference to the function. */
  public Code callRef(String signature) {
    return piece((out, names) -> out.u8(0x14).u32(names.type(signature)));
  }

  public Code returnCallRef(String signature) {
    return piece((out, names) -> out.u8(0x15).u32(names.type(signature)));
  }

  public Code throwTag(String tag) {
    return piece((out, names) -> out.u8(0x08).u32(names.tag(tag)));
  }

  // The legacy encoding of exceptions

  public Code legacyTry(String signature) {
    return piece((out, names) -> out.u8(0x06).s64(names.type(signature)));
  }

  public Code legacyCatch(String tag) {
    return piece((out, names) -> out.u8(0x07).u32(names.tag(tag)));
  }

  public Code legacyCatchAll() {
    return op(0x19);
  }

  public Code legacyRethrow(int depth) {
    return op(0x09, depth);
  }

  /**
   * A {@code try_table} with one {@code catch} clause.
   *
   * @param result what the block gives, or null
   * @param depth the block that gets the payload, counted from inside of the try_table's parent
   */
  public Code tryCatch(ValueType result, String tag, int depth) {
    return tryTable(result, Clause.on(tag, depth));
  }

  /**
   * A {@code try_table}.
   *
   * @param result what the block gives, or null
   */
  public Code tryTable(ValueType result, Clause... clauses) {
    int blockType = result == null ? NO_RESULT : Signature.code(result);
    return op(0x1f, blockType).clauses(clauses);
  }

  /** A {@code try_table} with any parameters and results. */
  public Code tryTableOf(String signature, Clause... clauses) {
    return piece((out, names) -> out.u8(0x1f).s64(names.type(signature))).clauses(clauses);
  }

  private Code clauses(Clause... clauses) {
    return piece(
        (out, names) -> {
          out.u32(clauses.length);
          for (Clause clause : clauses) {
            clause.write(out, names);
          }
        });
  }

  /** Takes a reference to an exception. */
  public Code throwRef() {
    return op(0x0a);
  }

  // Values

  public Code drop() {
    return op(0x1a);
  }

  /** Takes two numbers of one type and an i32. */
  public Code select() {
    return op(0x1b);
  }

  /** Takes two values of this type and an i32. */
  public Code select(ValueType type) {
    return op(0x1c, 1, Signature.code(type));
  }

  public Code localGet(int local) {
    return indexed(0x20, local);
  }

  public Code localSet(int local) {
    return indexed(0x21, local);
  }

  public Code localTee(int local) {
    return indexed(0x22, local);
  }

  public Code globalGet(String global) {
    return piece((out, names) -> out.u8(0x23).u32(names.global(global)));
  }

  public Code globalSet(String global) {
    return piece((out, names) -> out.u8(0x24).u32(names.global(global)));
  }

  public Code i32Const(int value) {
    return piece((out, names) -> out.u8(0x41).s64(value));
  }

  public Code i64Const(long value) {
    return piece((out, names) -> out.u8(0x42).s64(value));
  }

  public Code f32Const(float value) {
    return f32Bits(Float.floatToRawIntBits(value));
  }

  public Code f32Bits(int bits) {
    return piece((out, names) -> out.u8(0x43).littleEndian(bits, 4));
  }

  public Code f64Const(double value) {
    return f64Bits(Double.doubleToRawLongBits(value));
  }

  public Code f64Bits(long bits) {
    return piece((out, names) -> out.u8(0x44).littleEndian(bits, 8));
  }

  public Code refNull(ValueType type) {
    return op(0xd0, Signature.code(type));
  }

  public Code refIsNull() {
    return op(0xd1);
  }

  public Code refFunc(String function) {
    return piece((out, names) -> out.u8(0xd2).u32(names.function(function)));
  }

  // Memory 0

  public Code i32Load(int offset) {
    return access(0x28, 2, offset);
  }

  public Code i64Load(int offset) {
    return access(0x29, 3, offset);
  }

  public Code i32Load8U(int offset) {
    return access(0x2d, 0, offset);
  }

  public Code i32Store(int offset) {
    return access(0x36, 2, offset);
  }

  public Code i64Store(int offset) {
    return access(0x37, 3, offset);
  }

  public Code i32Store8(int offset) {
    return access(0x3a, 0, offset);
  }

  public Code memorySize() {
    return op(0x3f, 0);
  }

  public Code memoryGrow() {
    return op(0x40, 0);
  }

  /** Takes target address, offset in the segment, size. */
  public Code memoryInit(int segment) {
    return op(0xfc, 0x08, segment, 0);
  }

  public Code dataDrop(int segment) {
    return op(0xfc, 0x09, segment);
  }

  /** Takes target address, source address, size. */
  public Code memoryCopy() {
    return op(0xfc, 0x0a, 0, 0);
  }

  /** Takes address, value, size. */
  public Code memoryFill() {
    return op(0xfc, 0x0b, 0);
  }

  // Tables

  public Code tableGet(int table) {
    return op(0x25, table);
  }

  /** Takes index, reference. */
  public Code tableSet(int table) {
    return op(0x26, table);
  }

  /** Takes target index, offset in the segment, size. */
  public Code tableInit(int table, int segment) {
    return op(0xfc, 0x0c, segment, table);
  }

  public Code elementDrop(int segment) {
    return op(0xfc, 0x0d, segment);
  }

  /** Takes target index, source index, size. */
  public Code tableCopy(int target, int source) {
    return op(0xfc, 0x0e, target, source);
  }

  /** Takes reference, number of elements. */
  public Code tableGrow(int table) {
    return op(0xfc, 0x0f, table);
  }

  public Code tableSize(int table) {
    return op(0xfc, 0x10, table);
  }

  /** Takes index, reference, size. */
  public Code tableFill(int table) {
    return op(0xfc, 0x11, table);
  }

  // Numbers

  public Code i32Eqz() {
    return op(0x45);
  }

  public Code i32Eq() {
    return op(0x46);
  }

  public Code i32LtS() {
    return op(0x48);
  }

  public Code i32Add() {
    return op(0x6a);
  }

  public Code i32Sub() {
    return op(0x6b);
  }

  public Code i32Mul() {
    return op(0x6c);
  }

  public Code i32DivS() {
    return op(0x6d);
  }

  public Code i64Add() {
    return op(0x7c);
  }

  public Code i64DivU() {
    return op(0x80);
  }

  public Code f32Add() {
    return op(0x92);
  }

  public Code f64Add() {
    return op(0xa0);
  }

  public Code i32TruncF32S() {
    return op(0xa8);
  }

  public Code i32TruncF64S() {
    return op(0xaa);
  }

  /** The instructions of another code; its locals are not taken. */
  public Code then(Code more) {
    pieces.addAll(more.pieces);
    return this;
  }

  /** Any bytes: an opcode with small operands, or nonsense. */
  public Code op(int... bytes) {
    return piece((out, names) -> out.u8(bytes));
  }

  /**
   * Any load or store.
   *
   * @param alignment its logarithm
   */
  public Code access(int opcode, int alignment, int offset) {
    return op(opcode).memoryArgument(alignment, offset);
  }

  /** What follows a load or a store. */
  public Code memoryArgument(int alignment, int offset) {
    return piece((out, names) -> out.u8(alignment).u32(Integer.toUnsignedLong(offset)));
  }

  private Code indexed(int opcode, int index) {
    return piece((out, names) -> out.u8(opcode).u32(index));
  }

  private Code piece(Piece piece) {
    pieces.add(piece);
    return this;
  }

  /** The instructions and {@code end}. */
  Bytes expression(Names names) {
    Bytes out = new Bytes();
    pieces.forEach(piece -> piece.write(out, names));
    return out.u8(0x0b);
  }

  /** An entry of the code section, without its size: locals, instructions, {@code end}. */
  Bytes body(Names names) {
    Bytes out = new Bytes().u32(locals.size());
    locals.forEach(type -> out.u32(1).u8(Signature.code(type)));
    return out.raw(expression(names).toArray());
  }
}
