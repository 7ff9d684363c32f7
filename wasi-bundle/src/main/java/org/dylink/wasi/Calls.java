package org.dylink.wasi;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dylink.engine.Function;
import org.dylink.engine.HostFailure;
import org.dylink.engine.host.HostFunction;
import org.dylink.format.FunctionType;

/**
 * Finds the Java method behind a function: {@code fd_read} is {@code fdRead} of the class here. The
 * methods are found once for all programs, and bound to the state of each.
 */
final class Calls {
  /** A function of no program yet; the handle takes the receiver first. */
  private record Call(FunctionType type, MethodHandle method) {
    HostFailure failure() {
      return type.results().isEmpty() ? HostFailure.NONE : ERRNO;
    }
  }

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final HostFailure ERRNO = Border::errno;
  private static final Map<String, Call> FOUND = new ConcurrentHashMap<>();

  private final WasiState state;
  private final ProcessCalls process;

  Calls(WasiState state) {
    this.state = state;
    this.process = new ProcessCalls(state);
  }

  /**
   * A function of this program, which never throws for what the guest did; null if {@link
   * Signatures} has none of that name.
   */
  HostFunction function(String name) {
    FunctionType type = Signatures.of(name);
    if (type == null) {
      return null;
    }
    Object receiver = receiver(name);
    Call call = FOUND.computeIfAbsent(name, n -> find(receiver.getClass(), n, type));
    return new HostFunction(call.type(), call.method().bindTo(receiver), call.failure());
  }

  private static Call find(Class<?> receiver, String name, FunctionType type) {
    MethodType javaType = Function.methodType(type);
    try {
      return new Call(type, LOOKUP.findVirtual(receiver, javaName(name), javaType));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("BUG: no method for " + name, e);
    }
  }

  private Object receiver(String name) {
    return switch (name) {
      case "fd_read", "fd_write", "fd_pread", "fd_pwrite" -> new TransferCalls(state);
      case "fd_fdstat_get", "fd_fdstat_set_flags", "fd_fdstat_set_rights" ->
          new AttributeCalls(state);
      case "fd_filestat_get", "fd_filestat_set_times", "fd_prestat_get", "fd_prestat_dir_name" ->
          new AttributeCalls(state);
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

  private static String javaName(String name) {
    StringBuilder made = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      made.append(letter == '_' ? Character.toUpperCase(name.charAt(++i)) : letter);
    }
    return made.toString();
  }
}
