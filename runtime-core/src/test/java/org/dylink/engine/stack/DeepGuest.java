package org.dylink.engine.stack;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.engine.ExecutionControl;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.endive.CompilerEngine;
import org.dylink.engine.endive.InterpreterEngine;
import org.dylink.engine.jvm.JvmEngine;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.testing.Code;

/**
 * A JVM of its own, in which guests recurse to the end of the stack and reach there, for the first
 * time, what the host has: a class that overflows in its initializer would stay broken.
 */
public final class DeepGuest {
  /** What a guest does at the bottom: each a function of the module, in the table too. */
  private static final List<String> WAYS =
      List.of("return", "direct", "host", "fresh", "load", "divide", "grow", "growTable", "throw");

  private static final FunctionType INT_TO_INT =
      new FunctionType(List.of(ValueType.I32), List.of(ValueType.I32));
  private static final int SUCCESSES = 5;
  private static final int STEPS = 100;

  private final Engine engine;
  private final ExecutionControl control;
  private final Instance instance;
  private int exhausted;
  private int returned;

  private DeepGuest(Engine engine) throws Exception {
    this.engine = engine;
    this.control = engine.newExecutionControl();
    this.instance =
        engine.compile(guest().build()).instantiate(List.of(host()), InstanceLimits.NONE);
    instance.start();
  }

  /**
   * Runs guests and prints what came of it.
   *
   * @param arguments the engine's name, and bytes of stack
   */
  public static void main(String[] arguments) throws Exception {
    Engine engine =
        switch (arguments[0]) {
          case "jvm" -> new JvmEngine();
          case "endive-compiler" -> new CompilerEngine();
          default -> new InterpreterEngine();
        };
    Thread thread = new Thread(null, () -> report(engine), "guest", Integer.parseInt(arguments[1]));
    thread.start();
    thread.join();
    System.out.println("host: " + ManyClasses.use());
  }

  private static void report(Engine engine) {
    try {
      DeepGuest guest = new DeepGuest(engine);
      for (int way = 1; way < WAYS.size(); way++) {
        guest.descend(way);
      }
      System.out.println(guest.exhausted > 0 && guest.returned > 0 ? "both" : guest.exhausted + "");
      System.out.println("guest: " + new DeepGuest(engine).go(0, 2));
    } catch (Exception e) {
      e.printStackTrace(System.out);
    }
  }

  /** From where there is no stack to where there is enough. */
  private void descend(int way) {
    int deepest = deepest();
    int step = Math.max(1, deepest / STEPS);
    int good = 0;
    for (int depth = deepest + 20; depth > 0 && good < SUCCESSES; depth -= step) {
      try {
        go(depth, way);
        good++;
      } catch (TrapException e) {
        good += e.kind() == expected(way) ? 1 : 0;
        exhausted += e.kind() == TrapKind.STACK_OVERFLOW ? 1 : 0;
        if (e.kind() != expected(way) && e.kind() != TrapKind.STACK_OVERFLOW) {
          throw e;
        }
      }
    }
    returned += good;
  }

  private static TrapKind expected(int way) {
    return switch (WAYS.get(way)) {
      case "load" -> TrapKind.OUT_OF_BOUNDS_MEMORY;
      case "divide" -> TrapKind.INTEGER_DIVIDE_BY_ZERO;
      case "throw" -> TrapKind.UNCAUGHT_EXCEPTION;
      default -> null;
    };
  }

  private int deepest() {
    int deepest = 0;
    for (int step = 1 << 17; step > 0; step /= 2) {
      try {
        go(deepest + step, 0);
        deepest += step;
      } catch (TrapException e) {
        // deeper than that it cannot go
      }
    }
    return deepest;
  }

  private Object go(int depth, int way) {
    Function down = (Function) instance.export("down").orElseThrow();
    return control.call(() -> down.call(depth, way));
  }

  private static org.dylink.testing.ModuleBuilder guest() {
    String type = "(i32) -> i32";
    return module("deep.wasm")
        .importFunction("env", "host", type)
        .memory(1, 100)
        .table(WAYS.size(), 1_000)
        .tag("tag", "() -> ()")
        .function("return", type, code().localGet(0))
        .function("direct", type, code().localGet(0).call("env.host"))
        .function("fresh", type, code().localGet(0).call("neverCalled"))
        .function("neverCalled", type, code().localGet(0).i32Const(1).i32Add())
        .function("load", type, code().i32Const(-8).i32Load(4))
        .function("divide", type, code().i32Const(1).localGet(0).localGet(0).i32Sub().i32DivS())
        .function("grow", type, code().i32Const(0).memoryGrow())
        .function("growTable", type, code().refNull(ValueType.FUNCREF).i32Const(0).tableGrow(0))
        .function("throw", type, code().throwTag("tag"))
        .exportedFunction("down", "(i32, i32) -> i32", recursion())
        .elements(
            code().i32Const(0),
            WAYS.stream().map(way -> way.equals("host") ? "env.host" : way).toArray(String[]::new));
  }

  private static Code recursion() {
    return code()
        .localGet(0)
        .i32Eqz()
        .ifThen(ValueType.I32)
        .i32Const(5)
        .localGet(1)
        .callIndirect("(i32) -> i32")
        .orElse()
        .localGet(0)
        .i32Const(1)
        .i32Sub()
        .localGet(1)
        .call("down")
        .end();
  }

  private Function host() throws ReflectiveOperationException {
    MethodHandle handle =
        MethodHandles.lookup()
            .findStatic(DeepGuest.class, "host", MethodType.methodType(int.class, int.class));
    return engine.newFunction("host", INT_TO_INT, handle);
  }

  @SuppressWarnings("unused") // called through the handle
  private static int host(int unused) {
    return ManyClasses.use().length();
  }
}
