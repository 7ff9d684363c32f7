package org.dylink.engine.stack;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.dylink.engine.ExecutionControl;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.TrapException;
import org.dylink.engine.jvm.JvmEngine;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;

/**
 * A JVM of its own, in which a guest calls the host at each level of a recursion, itself and
 * through a library: most of these calls are let pass because of what an earlier one has found. The
 * host looks each time whether its reserve is there.
 */
public final class CountedGuest {
  private static final StackProbe RESERVE = ProbeWriter.newProbe(128 << 10);
  private static final FunctionType TYPE =
      new FunctionType(List.of(ValueType.I32), List.of(ValueType.I32));
  private static final String INT_TO_INT = "(i32) -> i32";

  private static int calls;
  private static int without;

  private CountedGuest() {}

  /**
   * Recurses to the end several times, and prints how it ended, and how many calls of the host
   * found less than the reserve.
   *
   * @param arguments bytes of stack, and how often
   */
  public static void main(String[] arguments) throws Exception {
    int times = Integer.parseInt(arguments[1]);
    Thread thread = new Thread(null, () -> run(times), "guest", Long.parseLong(arguments[0]));
    thread.start();
    thread.join();
    System.out.println((calls > 1_000 ? "many" : calls) + " calls, " + without + " without");
  }

  private static void run(int times) {
    try {
      JvmEngine engine = new JvmEngine();
      ExecutionControl control = engine.newExecutionControl();
      Function down = guest(engine);
      for (int i = 0; i < times; i++) {
        try {
          control.call(() -> down.call(0));
        } catch (TrapException e) {
          if (i == times - 1) {
            System.out.println(e.kind());
          }
        }
      }
    } catch (Exception e) {
      e.printStackTrace(System.out);
    }
  }

  private static Function guest(JvmEngine engine) throws Exception {
    MethodHandle handle =
        MethodHandles.lookup()
            .findStatic(CountedGuest.class, "host", MethodType.methodType(int.class, int.class));
    Function host = engine.newFunction("host", TYPE, handle);
    Instance library =
        engine
            .compile(
                module("lib.wasm")
                    .importFunction("env", "host", INT_TO_INT)
                    .exportedFunction("wrapper", INT_TO_INT, code().localGet(0).call("env.host"))
                    .build())
            .instantiate(List.of(host), InstanceLimits.NONE);
    Function wrapper = (Function) library.export("wrapper").orElseThrow();
    Instance main =
        engine
            .compile(
                module("main.wasm")
                    .importFunction("env", "host", INT_TO_INT)
                    .importFunction("lib", "wrapper", INT_TO_INT)
                    .exportedFunction(
                        "down",
                        INT_TO_INT,
                        code().localGet(0).call("lib.wrapper").call("env.host").call("down"))
                    .build())
            .instantiate(List.of(host, wrapper), InstanceLimits.NONE);
    return (Function) main.export("down").orElseThrow();
  }

  @SuppressWarnings("unused") // called through the handle
  private static int host(int level) {
    calls++;
    try {
      RESERVE.touch();
    } catch (StackOverflowError e) {
      without++;
    }
    return level + 1;
  }
}
