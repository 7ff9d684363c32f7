package org.dylink.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dylink.engine.jvm.code.CodeCursor;
import org.dylink.engine.jvm.code.Instruction;
import org.dylink.engine.jvm.code.InstructionReader;
import org.dylink.engine.jvm.code.InvalidCodeException;
import org.dylink.engine.jvm.code.LocalsReader;
import org.dylink.engine.jvm.code.ModuleCode;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.format.ModuleBytes;
import org.dylink.testing.Bytes;

/**
 * A function's body, cut between its instructions, so that they can be changed.
 *
 * @param groups the groups of locals: how many follow, then a count and a type each
 * @param localCount parameters included
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares
record BodyText(byte[] groups, int localCount, List<Piece> pieces) {
  /**
   * An instruction.
   *
   * @param index its first immediate, if that is an index or a label
   * @param parameters whether it begins a block that has parameters
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares
  record Piece(Opcode opcode, int index, boolean parameters, byte[] bytes) {
    boolean isCall() {
      return opcode == Opcode.CALL;
    }
  }

  /**
   * Cuts a body.
   *
   * @throws InvalidCodeException if it cannot be read
   */
  static BodyText of(ModuleCode code, int function) {
    CodeCursor reader = code.body(function);
    int start = reader.offset();
    int locals = LocalsReader.read(reader, code.spaces().function(function), code.spaces()).length;
    byte[] groups = code.bytes().toArray(start, reader.offset());
    List<Piece> pieces = new ArrayList<>();
    InstructionReader instructions = new InstructionReader(reader, code.spaces());
    while (!instructions.atEnd()) {
      Instruction next = instructions.next();
      byte[] bytes = code.bytes().toArray(next.offset, instructions.offset());
      pieces.add(new Piece(next.opcode, next.index, hasParameters(next), bytes));
    }
    return new BodyText(groups, locals, pieces);
  }

  private static boolean hasParameters(Instruction block) {
    return switch (block.opcode) {
      case BLOCK, IF, LOOP, TRY_TABLE -> block.blockType.params().length > 0;
      default -> false;
    };
  }

  BodyText with(List<Piece> others) {
    return new BodyText(groups, localCount, others);
  }

  /** The body without its size. */
  byte[] toArray() {
    Bytes bytes = new Bytes().raw(groups);
    pieces.forEach(piece -> bytes.raw(piece.bytes));
    return bytes.toArray();
  }

  /** The same with a local of each of these types at the end. */
  byte[] withLocals(int... types) {
    CodeCursor reader = new CodeCursor(ModuleBytes.copyOf(groups), 0, groups.length);
    int count = (int) reader.u32("count");
    Bytes bytes = new Bytes().u32(count + types.length);
    bytes.raw(Arrays.copyOfRange(groups, reader.offset(), groups.length));
    for (int type : types) {
      bytes.u32(1).u8(type);
    }
    return bytes.toArray();
  }
}
