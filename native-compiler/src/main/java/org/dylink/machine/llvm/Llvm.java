package org.dylink.machine.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMErrorRef;
import org.bytedeco.llvm.LLVM.LLVMMemoryBufferRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMPassBuilderOptionsRef;
import org.bytedeco.llvm.LLVM.LLVMTargetMachineRef;
import org.bytedeco.llvm.LLVM.LLVMTargetRef;

/** The library itself: text of a module in, an ELF file out. */
final class Llvm {
  static {
    LLVMInitializeX86TargetInfo();
    LLVMInitializeX86Target();
    LLVMInitializeX86TargetMC();
    LLVMInitializeX86AsmPrinter();
    LLVMInitializeX86AsmParser();
    LLVMInitializeAArch64TargetInfo();
    LLVMInitializeAArch64Target();
    LLVMInitializeAArch64TargetMC();
    LLVMInitializeAArch64AsmPrinter();
    LLVMInitializeAArch64AsmParser();
  }

  private final Target made;
  private final String passes;

  /**
   * @param made what for
   * @param passes as LLVM names them
   */
  Llvm(Target made, String passes) {
    this.made = made;
    this.passes = passes;
  }

  /** The library's version. */
  static String version() {
    int[] major = {0};
    int[] minor = {0};
    int[] patch = {0};
    LLVMGetVersion(major, minor, patch);
    return "LLVM " + major[0] + "." + minor[0] + "." + patch[0];
  }

  /**
   * What became of a module.
   *
   * @param file an ELF file
   * @param frames how many bytes of the stack functions take, by their names, of those that take
   *     more than their attribute says
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  record Compiled(byte[] file, Map<String, Long> frames) {}

  Compiled compile(String text) {
    LLVMContextRef context = LLVMContextCreate();
    LLVMTargetMachineRef machine = machine();
    try (Diagnostics told = new Diagnostics()) {
      LLVMContextSetDiagnosticHandler(context, told, null);
      LLVMModuleRef module = parse(context, text);
      // The text has to have names; nobody reads those of what comes of it.
      LLVMContextSetDiscardValueNames(context, 1);
      LLVMSetTarget(module, made.triple());
      LLVMSetModuleDataLayout(module, LLVMCreateTargetDataLayout(machine));
      optimize(module, machine);
      byte[] file = emit(module, machine);
      told.check();
      return new Compiled(file, told.frames());
    } finally {
      LLVMDisposeTargetMachine(machine);
      LLVMContextDispose(context);
    }
  }

  private LLVMTargetMachineRef machine() {
    PointerPointer<LLVMTargetRef> target = new PointerPointer<>(1);
    BytePointer message = new BytePointer((BytePointer) null);
    check(LLVMGetTargetFromTriple(made.triple(), target, message), message);
    return LLVMCreateTargetMachine(
        target.get(LLVMTargetRef.class, 0),
        made.triple(),
        made.processor(),
        made.features(),
        LLVMCodeGenLevelDefault,
        LLVMRelocPIC,
        LLVMCodeModelSmall);
  }

  private static LLVMModuleRef parse(LLVMContextRef context, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    try (BytePointer all = new BytePointer(bytes)) {
      LLVMMemoryBufferRef buffer =
          LLVMCreateMemoryBufferWithMemoryRangeCopy(all, bytes.length, new BytePointer("module"));
      LLVMModuleRef module = new LLVMModuleRef();
      BytePointer message = new BytePointer((BytePointer) null);
      check(LLVMParseIRInContext(context, buffer, module, message), message);
      return module;
    }
  }

  private void optimize(LLVMModuleRef module, LLVMTargetMachineRef machine) {
    LLVMPassBuilderOptionsRef options = LLVMCreatePassBuilderOptions();
    // Scalar code that clang has left scalar: lanes made of it have no rotation and no fast
    // extract.
    LLVMPassBuilderOptionsSetSLPVectorization(options, 0);
    LLVMPassBuilderOptionsSetLoopVectorization(options, 0);
    LLVMErrorRef error = LLVMRunPasses(module, passes, machine, options);
    LLVMDisposePassBuilderOptions(options);
    if (error != null && !error.isNull()) {
      throw new IllegalStateException("BUG: " + LLVMGetErrorMessage(error).getString());
    }
  }

  private static byte[] emit(LLVMModuleRef module, LLVMTargetMachineRef machine) {
    LLVMMemoryBufferRef buffer = new LLVMMemoryBufferRef();
    BytePointer message = new BytePointer((BytePointer) null);
    check(
        LLVMTargetMachineEmitToMemoryBuffer(machine, module, LLVMObjectFile, message, buffer),
        message);
    try {
      byte[] object = new byte[(int) LLVMGetBufferSize(buffer)];
      LLVMGetBufferStart(buffer).get(object);
      return object;
    } finally {
      LLVMDisposeMemoryBuffer(buffer);
    }
  }

  private static void check(int failed, BytePointer message) {
    if (failed != 0) {
      throw new IllegalStateException("BUG: LLVM refuses a module: " + message.getString());
    }
  }
}
