package org.dylink.machine.llvm;

import static org.bytedeco.llvm.global.LLVM.LLVMCreateDisasmCPUFeatures;
import static org.bytedeco.llvm.global.LLVM.LLVMDisasmDispose;
import static org.bytedeco.llvm.global.LLVM.LLVMDisasmInstruction;
import static org.bytedeco.llvm.global.LLVM.LLVMDisassembler_Option_AsmPrinterVariant;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeAArch64Disassembler;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeAArch64TargetInfo;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeAArch64TargetMC;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeX86Disassembler;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeX86TargetInfo;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeX86TargetMC;
import static org.bytedeco.llvm.global.LLVM.LLVMSetDisasmOptions;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMDisasmContextRef;
import org.bytedeco.llvm.LLVM.LLVMOpInfoCallback;
import org.bytedeco.llvm.LLVM.LLVMSymbolLookupCallback;
import org.dylink.engine.machine.MachineObject;

/** An object's code as text, as the processor reads it. */
final class Disassembly implements AutoCloseable {
  private static final int LONGEST = 512;

  /** An instruction, and where it is in the image. */
  record Line(int at, int size, String text) {
    /** Where the next one is. */
    int end() {
      return at + size;
    }
  }

  static {
    LLVMInitializeX86TargetInfo();
    LLVMInitializeX86TargetMC();
    LLVMInitializeAArch64TargetInfo();
    LLVMInitializeAArch64TargetMC();
    LLVMInitializeX86Disassembler();
    LLVMInitializeAArch64Disassembler();
  }

  private final MachineObject object;
  private final LLVMDisasmContextRef disassembler;
  private final BytePointer code;
  private final BytePointer text = new BytePointer(LONGEST);

  Disassembly(MachineObject object) {
    Target target = Target.of(object.target());
    this.object = object;
    this.code = new BytePointer(object.image());
    this.disassembler =
        LLVMCreateDisasmCPUFeatures(
            target.triple(),
            target.processor(),
            target.features(),
            null,
            0,
            (LLVMOpInfoCallback) null,
            (LLVMSymbolLookupCallback) null);
    if (target.platform().endsWith("x86_64")) {
      LLVMSetDisasmOptions(disassembler, LLVMDisassembler_Option_AsmPrinterVariant); // Intel's
    }
  }

  @Override
  public void close() {
    LLVMDisasmDispose(disassembler);
    code.deallocate();
    text.deallocate();
  }

  /** All of the functions, an instruction a line. */
  List<String> all() {
    List<String> all = new ArrayList<>();
    for (MachineObject.Range each : object.functions()) {
      lines(each).forEach(line -> all.add(line.text()));
    }
    return all;
  }

  /** One function's instructions, in the order in which they lie. */
  List<Line> lines(MachineObject.Range range) {
    List<Line> lines = new ArrayList<>();
    for (int at = range.from(); at < range.from() + range.size(); ) {
      Line line = line(at);
      lines.add(line);
      at = line.end();
    }
    return lines;
  }

  /** The instruction at a place. */
  Line line(int at) {
    BytePointer place = new BytePointer(code).position(at);
    long left = (long) object.image().length - at;
    int size = (int) LLVMDisasmInstruction(disassembler, place, left, at, text, LONGEST);
    if (size == 0) {
      throw new IllegalStateException("no instruction at 0x" + Integer.toHexString(at));
    }
    byte[] bytes = new byte[LONGEST];
    text.position(0).get(bytes);
    String all = new String(bytes, StandardCharsets.US_ASCII);
    return new Line(at, size, all.substring(0, all.indexOf('\0')).strip().replaceAll("\\s+", " "));
  }
}
