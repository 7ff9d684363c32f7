package org.dylink.engine.endive;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dylink.engine.GuestFrame;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import run.endive.runtime.WasmException;
import run.endive.runtime.WasmInterruptedException;
import run.endive.wasm.WasmEngineException;

/** Turns what Endive throws into traps. Endive tells them apart by message alone. */
final class Traps {
  private Traps() {}

  static TrapException of(WasmEngineException thrown) {
    TrapKind kind =
        thrown instanceof WasmInterruptedException
            ? TrapKind.STOPPED
            : kind(String.valueOf(thrown.getMessage()));
    return new TrapException(kind, detail(kind, thrown), guestStack(thrown), thrown);
  }

  static TrapException of(WasmException uncaught) {
    return new TrapException(
        TrapKind.UNCAUGHT_EXCEPTION, "uncaught exception", guestStack(uncaught), uncaught);
  }

  static TrapException of(StackOverflowError thrown) {
    return new TrapException(
        TrapKind.STACK_OVERFLOW, "call stack exhausted", guestStack(thrown), thrown);
  }

  private static String detail(TrapKind kind, WasmEngineException thrown) {
    return switch (kind) {
      case UNREACHABLE -> "unreachable instruction executed";
      case STOPPED -> "thread was interrupted";
      default -> thrown.getMessage();
    };
  }

  private static TrapKind kind(String message) {
    if (message.contains("unreachable")) {
      return TrapKind.UNREACHABLE;
    } else if (message.startsWith("out of bounds memory")) {
      return TrapKind.OUT_OF_BOUNDS_MEMORY;
    } else if (message.startsWith("undefined element")
        || message.startsWith("out of bounds table")) {
      return TrapKind.OUT_OF_BOUNDS_TABLE;
    } else if (message.startsWith("uninitialized element")) {
      return TrapKind.UNINITIALIZED_ELEMENT;
    } else if (message.startsWith("indirect call type mismatch")) {
      return TrapKind.INDIRECT_CALL_TYPE_MISMATCH;
    } else if (message.startsWith("integer divide by zero")) {
      return TrapKind.INTEGER_DIVIDE_BY_ZERO;
    } else if (message.startsWith("integer overflow")) {
      return TrapKind.INTEGER_OVERFLOW;
    } else if (message.startsWith("invalid conversion to integer")) {
      return TrapKind.INVALID_CONVERSION_TO_INTEGER;
    } else if (message.startsWith("call stack exhausted")) {
      return TrapKind.STACK_OVERFLOW;
    }
    return TrapKind.OTHER;
  }

  private static List<GuestFrame> guestStack(Throwable thrown) {
    List<GuestFrame> interpreted = UnwoundFrames.take();
    if (!interpreted.isEmpty()) {
      return interpreted;
    }
    // A stack overflow arrives wrapped by the function at the bottom: its own trace has the top.
    Throwable origin = thrown.getCause() instanceof StackOverflowError e ? e : thrown;
    return Arrays.stream(origin.getStackTrace())
        .map(CompiledNames::frame)
        .flatMap(Optional::stream)
        .toList();
  }
}
