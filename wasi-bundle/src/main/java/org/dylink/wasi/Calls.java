package org.dylink.wasi;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.dylink.engine.Function;
import org.dylink.format.FunctionType;

/** Finds the Java method behind a function: {@code fd_read} is {@code fdRead} of the class here. */
final class Calls {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private final WasiState state;
  private final ProcessCalls process;

  Calls(WasiState state) {
    this.state = state;
    this.process = new ProcessCalls(state); // its clock starts now
  }

  /**
   * A handle that never throws for what the guest did.
   *
   * @param name of a function that {@link Signatures} knows
   */
  MethodHandle handle(String name, FunctionType type) {
    MethodType javaType = Function.methodType(type);
    try {
      MethodHandle method = LOOKUP.bind(receiver(name), javaName(name), javaType);
      return javaType.returnType() == void.class ? method : guarded(method);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("BUG: no method for " + name, e);
    }
  }

  private Object receiver(String name) {
    return switch (name) {
      case "fd_read", "fd_write", "fd_pread", "fd_pwrite" -> new TransferCalls(state);
      case "fd_readdir" -> new DirectoryCalls(state);
      case "path_open" -> new OpenCalls(state);
      case "poll_oneoff" -> new PollCalls(state);
      default -> receiverOfGroup(name.substring(0, name.indexOf('_')));
    };
  }

  private Object receiverOfGroup(String prefix) {
    return switch (prefix) {
      case "fd" -> new FileCalls(state);
      case "path" -> new PathCalls(state);
      case "sock" -> new SocketCalls(state);
      default -> process;
    };
  }

  private static MethodHandle guarded(MethodHandle method) throws ReflectiveOperationException {
    MethodType handler = MethodType.methodType(int.class, Exception.class);
    return MethodHandles.catchException(
        method, Exception.class, LOOKUP.findStatic(Border.class, "errno", handler));
  }

  private static String javaName(String name) {
    StringBuilder made = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      made.append(letter == '_' ? Character.toUpperCase(name.charAt(++i)) : letter);
    }
    return made.toString();
  }
}
