package org.dylink.machine.run;

import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.GuestFrame;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.machine.TrapCode;

/** What comes out of generated code. */
final class NativeTraps {
  /** Where generated code gave up: the cause of the trap. */
  private static final class MachineTrap extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MachineTrap(String message) {
      super(message, null, false, false);
    }
  }

  private NativeTraps() {}

  /** What ended the last call. */
  static RuntimeException of(NativeThread thread) {
    List<GuestFrame> frames = thread.frames();
    TrapCode code = TrapCode.of(thread.trap());
    if (code == TrapCode.THROWN) {
      Throwable thrown = thread.thrown;
      thread.thrown = null;
      return passed(thrown, frames);
    }
    String message = message(code, thread.firstDetail(), thread.secondDetail());
    return new TrapException(kind(code), message, frames, new MachineTrap(code.toString()));
  }

  private static RuntimeException passed(Throwable thrown, List<GuestFrame> frames) {
    if (thrown instanceof NativeException exception && exception.getCause() == null) {
      return new TrapException(
          TrapKind.UNCAUGHT_EXCEPTION,
          "tag " + exception.tagName() + " caught by nobody",
          frames,
          exception);
    }
    return leaving(NativeException.unpacked(thrown), frames);
  }

  private static RuntimeException leaving(Throwable thrown, List<GuestFrame> frames) {
    if (thrown instanceof TrapException trap) {
      List<GuestFrame> all = new ArrayList<>(trap.guestStack());
      all.addAll(frames);
      return new TrapException(trap.kind(), trap.getMessage(), all, trap);
    } else if (thrown instanceof StackOverflowError) {
      return new TrapException(TrapKind.STACK_OVERFLOW, "call stack exhausted", frames, thrown);
    } else if (thrown instanceof OutOfMemoryError) {
      return new TrapException(TrapKind.OUT_OF_MEMORY, thrown.getMessage(), frames, thrown);
    } else if (thrown instanceof Error error) {
      throw error;
    }
    return (RuntimeException) thrown;
  }

  /** What a function of the host throws, as a guest passes it on. */
  static RuntimeException outOfHost(Throwable thrown, NativeFunction function) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException known
        ? known
        : new IllegalStateException(function.name() + ": " + thrown, thrown);
  }

  private static TrapKind kind(TrapCode code) {
    return switch (code) {
      case UNREACHABLE -> TrapKind.UNREACHABLE;
      case MEMORY, MEMORY_RANGE -> TrapKind.OUT_OF_BOUNDS_MEMORY;
      case TABLE -> TrapKind.OUT_OF_BOUNDS_TABLE;
      case NULL_ELEMENT -> TrapKind.UNINITIALIZED_ELEMENT;
      case TYPE_MISMATCH -> TrapKind.INDIRECT_CALL_TYPE_MISMATCH;
      case DIVISION_BY_ZERO -> TrapKind.INTEGER_DIVIDE_BY_ZERO;
      case OVERFLOW -> TrapKind.INTEGER_OVERFLOW;
      case NULL_REFERENCE, NULL_FUNCTION -> TrapKind.NULL_REFERENCE;
      case INVALID_CONVERSION -> TrapKind.INVALID_CONVERSION_TO_INTEGER;
      case THROWN, UNALIGNED -> TrapKind.OTHER;
    };
  }

  private static String message(TrapCode code, long first, long second) {
    return switch (code) {
      case UNREACHABLE -> "unreachable instruction executed";
      case MEMORY, MEMORY_RANGE ->
          "out of bounds memory access: "
              + second
              + " bytes at address 0x"
              + Long.toHexString(first - second);
      case TABLE -> "out of bounds table access: index " + first + ", size " + second;
      case NULL_ELEMENT -> "uninitialized element " + first;
      case TYPE_MISMATCH ->
          "indirect call type mismatch: expected "
              + TypeNumbers.type((int) second)
              + ", found "
              + NativeFunction.at(first).type();
      case DIVISION_BY_ZERO -> "integer divide by zero";
      case OVERFLOW -> "integer overflow";
      case UNALIGNED ->
          "unaligned atomic: " + second + " bytes at address 0x" + Long.toHexString(first);
      case NULL_REFERENCE -> "null reference";
      case NULL_FUNCTION -> "null function reference";
      case INVALID_CONVERSION -> "invalid conversion to integer";
      case THROWN -> "";
    };
  }
}
