package org.dylink.engine.endive;

import java.util.ArrayList;
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
final class EndiveTraps {
  private EndiveTraps() {}

  /** What a caller outside of the guest gets to see of what came out of it. */
  static RuntimeException translate(Throwable thrown) {
    List<GuestFrame> interpreted = UnwoundFrames.take(thrown);
    if (thrown instanceof TrapException trap) {
      return withFrames(trap, interpreted);
    } else if (thrown instanceof WasmEngineException e) {
      return of(e, stack(interpreted, e));
    } else if (thrown instanceof WasmException e) {
      if (e.getCause() != null) {
        throw GuestExceptions.unpacked(e);
      }
      return new TrapException(
          TrapKind.UNCAUGHT_EXCEPTION,
          "tag " + GuestExceptions.tagName(e) + " caught by nobody",
          interpreted,
          new UncaughtException(e));
    } else if (thrown instanceof StackOverflowError) {
      return new TrapException(
          TrapKind.STACK_OVERFLOW, "call stack exhausted", stack(interpreted, thrown), thrown);
    } else if (thrown instanceof OutOfMemoryError) {
      return new TrapException(
          TrapKind.OUT_OF_MEMORY, thrown.getMessage(), stack(interpreted, thrown), thrown);
    } else if (thrown instanceof RuntimeException e) {
      return e;
    }
    throw new IllegalStateException("BUG: neither a trap nor a host's exception", thrown);
  }

  /** A trap of a memory or table, outside of any guest function. */
  static TrapException of(WasmEngineException thrown) {
    return of(thrown, List.of());
  }

  private static TrapException of(WasmEngineException thrown, List<GuestFrame> guestStack) {
    TrapKind kind =
        thrown instanceof WasmInterruptedException
            ? TrapKind.STOPPED
            : kind(String.valueOf(thrown.getMessage()));
    return new TrapException(kind, detail(kind, thrown), guestStack, thrown);
  }

  /**
   * Adds the functions that the trap has left since it was thrown: by a host function, which knows
   * none, or by a guest that a host function called, which knows its own.
   */
  private static TrapException withFrames(TrapException trap, List<GuestFrame> interpreted) {
    List<GuestFrame> frames = new ArrayList<>(trap.guestStack());
    frames.addAll(interpreted);
    if (frames.isEmpty()) {
      frames.addAll(compiled(trap));
    }
    return frames.size() == trap.guestStack().size()
        ? trap
        : new TrapException(trap.kind(), trap.getMessage(), frames, trap);
  }

  private static List<GuestFrame> stack(List<GuestFrame> interpreted, Throwable thrown) {
    return interpreted.isEmpty() ? compiled(origin(thrown)) : interpreted;
  }

  /** Endive wraps what a start function or a stack overflow threw: the first trace has the top. */
  private static Throwable origin(Throwable thrown) {
    Throwable origin = thrown;
    while (origin.getCause() instanceof WasmEngineException
        || origin.getCause() instanceof StackOverflowError) {
      origin = origin.getCause();
    }
    return origin;
  }

  private static List<GuestFrame> compiled(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .map(CompiledNames::frame)
        .flatMap(Optional::stream)
        .toList();
  }

  private static String detail(TrapKind kind, WasmEngineException thrown) {
    return switch (kind) {
      case UNREACHABLE -> "unreachable instruction executed";
      case STOPPED -> "thread was interrupted";
      case OTHER -> otherDetail(String.valueOf(thrown.getMessage()));
      default -> thrown.getMessage();
    };
  }

  private static String otherDetail(String message) {
    return message.startsWith("Indirect tail-call to a different Machine")
        ? "tail call of another module's function through a table"
        : message;
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
}
