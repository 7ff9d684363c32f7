package org.dylink.machine.llvm;

import static org.bytedeco.llvm.global.LLVM.LLVMDSError;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeMessage;
import static org.bytedeco.llvm.global.LLVM.LLVMGetDiagInfoDescription;
import static org.bytedeco.llvm.global.LLVM.LLVMGetDiagInfoSeverity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.llvm.LLVM.LLVMDiagnosticHandler;
import org.bytedeco.llvm.LLVM.LLVMDiagnosticInfoRef;

/**
 * What LLVM tells while it compiles: errors, behind which it goes on if somebody listens, and how
 * much of the stack functions take that take much.
 */
final class Diagnostics extends LLVMDiagnosticHandler {
  // LLVM, DiagnosticInfo.cpp, DiagnosticInfoResourceLimit::print.
  private static final Pattern FRAME =
      Pattern.compile("stack frame size \\((\\d+)\\) exceeds limit \\(\\d+\\) in function '(.*)'");

  private final Map<String, Long> frames = new TreeMap<>();
  private final List<String> errors = new ArrayList<>();

  @Override
  public void call(LLVMDiagnosticInfoRef info, Pointer ignored) {
    BytePointer description = LLVMGetDiagInfoDescription(info);
    String text = description.getString();
    LLVMDisposeMessage(description);
    Matcher frame = FRAME.matcher(text);
    if (frame.find()) { // behind where in a source it is
      frames.put(frame.group(2), Long.parseLong(frame.group(1)));
    } else if (LLVMGetDiagInfoSeverity(info) == LLVMDSError) {
      errors.add(text);
    }
  }

  /** How many bytes functions take, by their names. */
  Map<String, Long> frames() {
    return frames;
  }

  /**
   * Checks that there was no error.
   *
   * @throws IllegalStateException if there was
   */
  void check() {
    if (!errors.isEmpty()) {
      throw new IllegalStateException("BUG: LLVM fails: " + String.join("; ", errors));
    }
  }
}
