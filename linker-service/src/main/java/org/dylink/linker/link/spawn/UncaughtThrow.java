package org.dylink.linker.link.spawn;

import java.util.Optional;
import org.dylink.engine.Function;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.parts.Pointers;

/**
 * What C++ does with an exception that leaves a thread: {@code std::terminate}
 * ([except.terminate]), whose handler mostly tells of the exception and aborts. wasm unwinds before
 * anybody knows that nobody catches, so destructors have run by then, and compilers make no such
 * call.
 */
public final class UncaughtThrow {
  // What clang calls where an exception must not go on: it is caught, for the handler to see.
  private static final String BEGIN_CATCH = "__cxa_begin_catch";
  private static final String TERMINATE = "_ZSt9terminatev";

  private UncaughtThrow() {}

  /**
   * Has the program terminate, if an exception of C++ is what came out of a thread's function.
   *
   * @return what ended the thread: as it came out, or what the handler has ended with
   */
  public static RuntimeException end(ProgramImage image, TrapException thrown) {
    long header = image.exceptions().cppHeader(thrown);
    Optional<Function> begin = image.symbols().function(BEGIN_CATCH);
    Optional<Function> terminate = image.symbols().function(TERMINATE);
    if (header == 0 || begin.isEmpty() || terminate.isEmpty()) {
      return thrown;
    }
    try {
      begin.get().call(Pointers.value(image.addresses().valueType(), header));
      terminate.get().call();
      return thrown;
    } catch (TrapException e) {
      // The place of the throw is worth more than that of the abort.
      return e.kind() == TrapKind.UNREACHABLE ? thrown : e;
    }
  }
}
