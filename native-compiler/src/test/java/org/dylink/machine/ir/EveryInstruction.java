package org.dylink.machine.ir;

import static org.dylink.testing.Code.code;

import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.jvm.code.InstructionBytes;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.format.AddressType;
import org.dylink.format.FunctionType;
import org.dylink.testing.Bytes;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;

/**
 * A module with each instruction whose types the table has, in functions of their own: for memories
 * and tables with addresses of 32 and of 64 bits, and for offsets at the borders.
 */
final class EveryInstruction {
  private static final int NAMES_MEMORY = 0x40;
  private static final long[] OFFSETS = {0, 24, 0xffff_ffffL};
  private static final long[] WIDE_OFFSETS = {0, 24, Long.MAX_VALUE, -9, -1};

  private final ModuleBuilder module;
  private final List<String> names = new ArrayList<>();

  private EveryInstruction(boolean shared) {
    this.module = shell(shared);
  }

  /**
   * Memories, tables, globals, segments and tags for all instructions to name.
   *
   * @param shared whether threads share the memories
   */
  static ModuleBuilder shell(boolean shared) {
    ModuleBuilder module =
        ModuleBuilder.module("all.so").importFunction("env", "host", "(i32) -> i32");
    if (shared) {
      module.sharedMemory(1, 2).sharedWideMemory(1, 2).sharedMemory(1, 2);
    } else {
      module.memory(1).wideMemory(1, 2).memory(1);
    }
    return module.table(4).wideTable(4, 8).passiveElements().passiveData("data");
  }

  static ModuleBuilder module(boolean shared) {
    EveryInstruction all = new EveryInstruction(shared);
    for (Opcode opcode : Opcode.values()) {
      if (opcode.type() != null) {
        for (AddressType addresses : AddressType.values()) {
          all.add(opcode, addresses);
        }
      }
    }
    return all.module;
  }

  private void add(Opcode opcode, AddressType addresses) {
    boolean isWide = addresses == AddressType.I64;
    switch (opcode.immediate()) {
      case MEMORY_ACCESS, ATOMIC_ACCESS, LANE_ACCESS -> {
        for (long offset : isWide ? WIDE_OFFSETS : OFFSETS) {
          Bytes access = new Bytes().u8(NAMES_MEMORY | alignment(opcode)).u8(isWide ? 1 : 2);
          boolean isLane = opcode.name().endsWith("_LANE");
          add(opcode, addresses, isLane ? access.u32(offset).u8(0) : access.u32(offset));
        }
      }
      case NONE -> add(opcode, addresses, new Bytes());
      case MEMORY, TABLE -> add(opcode, addresses, new Bytes().u8(isWide ? 1 : 0));
      case DATA_AND_MEMORY, ELEMENTS_AND_TABLE ->
          add(opcode, addresses, new Bytes().u8(0, isWide ? 1 : 0));
      case DATA, ELEMENTS, RESERVED, LANE, I32, I64 -> add(opcode, addresses, new Bytes().u8(0));
      case F32 -> add(opcode, addresses, new Bytes().littleEndian(0, Float.BYTES));
      case F64 -> add(opcode, addresses, new Bytes().littleEndian(0, Double.BYTES));
      case LANES, VECTOR -> add(opcode, addresses, new Bytes().raw(new byte[16]));
      default -> throw new IllegalStateException(opcode + " has no row here");
    }
  }

  private static int alignment(Opcode opcode) {
    return Integer.numberOfTrailingZeros(opcode.width());
  }

  private void add(Opcode opcode, AddressType addresses, Bytes immediate) {
    FunctionType type = opcode.type(addresses);
    Code code = code();
    for (int i = 0; i < type.params().size(); i++) {
      code.localGet(i);
    }
    String name = opcode.name() + names.size();
    names.add(name);
    InstructionBytes.raw(InstructionBytes.add(code, opcode), immediate);
    module.exportedFunction(name, type.toString(), code);
  }
}
