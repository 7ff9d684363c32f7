package org.dylink.machine.llvm;

import static org.bytedeco.llvm.global.LLVM.LLVMCreateDisasmCPUFeatures;
import static org.bytedeco.llvm.global.LLVM.LLVMDisasmDispose;
import static org.bytedeco.llvm.global.LLVM.LLVMDisasmInstruction;
import static org.bytedeco.llvm.global.LLVM.LLVMDisassembler_Option_AsmPrinterVariant;
import static org.bytedeco.llvm.global.LLVM.LLVMDisassembler_Option_PrintImmHex;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeAArch64Disassembler;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeX86Disassembler;
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
final class Disassembly {
  private static final int LONGEST = 512;

  /** An instruction, and where it is in the image. */
  record Line(int at, int size, String text) {}

  static {
    LLVMInitializeX86Disassembler();
    LLVMInitializeAArch64Disassembler();
  }

  private Disassembly() {}

  /** All of an object's functions, an instruction a line. */
  static List<String> of(MachineObject object) {
    List<String> all = new ArrayList<>();
    for (MachineObject.Range each : object.functions()) {
      lines(object, each).forEach(line -> all.add(line.text()));
    }
    return all;
  }

  /** One function's instructions, in the order in which they lie. */
  static List<Line> lines(MachineObject object, MachineObject.Range range) {
    Target target = Target.of(object.target());
    LLVMDisasmContextRef disassembler =
        LLVMCreateDisasmCPUFeatures(
            target.triple(),
            target.processor(),
            target.features(),
            null,
            0,
            (LLVMOpInfoCallback) null,
            (LLVMSymbolLookupCallback) null);
    try {
      LLVMSetDisasmOptions(disassembler, LLVMDisassembler_Option_PrintImmHex | intel(target));
      return lines(disassembler, object.image(), range);
    } finally {
      LLVMDisasmDispose(disassembler);
    }
  }

  private static long intel(Target target) {
    return target.platform().endsWith("x86_64") ? LLVMDisassembler_Option_AsmPrinterVariant : 0;
  }

  private static List<Line> lines(
      LLVMDisasmContextRef disassembler, byte[] image, MachineObject.Range range) {
    List<Line> lines = new ArrayList<>();
    try (BytePointer code = new BytePointer(image);
        BytePointer text = new BytePointer(LONGEST)) {
      int end = range.from() + range.size();
      for (int at = range.from(); at < end; ) {
        BytePointer place = new BytePointer(code).position(at);
        int size = (int) LLVMDisasmInstruction(disassembler, place, end - at, at, text, LONGEST);
        if (size == 0) {
          throw new IllegalStateException("no instruction at 0x" + Integer.toHexString(at));
        }
        lines.add(new Line(at, size, firstOf(text)));
        at += size;
      }
    }
    return lines;
  }

  private static String firstOf(BytePointer text) {
    byte[] bytes = new byte[LONGEST];
    text.get(bytes);
    String all = new String(bytes, StandardCharsets.US_ASCII);
    return all.substring(0, all.indexOf('\0')).strip().replaceAll("\\s+", " ");
  }
}
